import { expect, test } from 'vitest'
import { parcels } from '#tests/kills/files.ts'
import { killImports } from '#tests/kills/kills.ts'

/** `KILLS=50 vitest run src/parts/ledgers/kills.test.ts` is the long form: larger files and the product's own settings. */
const asked = Number(process.env['KILLS'] ?? 0)
const long = asked > 0

test('an import whose program or database is killed at a random moment leaves the whole file or none of it', {
  timeout: long ? 3_600_000 : 180_000,
}, async () => {
  const kills = await killImports({
    kills: long ? asked : 6,
    rows: parcels,
    size: long ? 60_000 : 6_000,
    seed: Number(process.env['KILLS_SEED'] ?? 20180628),
    lasting: long,
    ...(long ? { tell: (line: string) => process.stderr.write(`${line}\n`) } : {}),
  })
  expect(kills.all.filter(({ outcome, wrong }) => outcome === 'half' || wrong.length > 0)).toEqual([])
  expect(kills.doubled).toEqual([])
  if (long) process.stderr.write(`files without an owner: ${kills.orphanBytes} bytes\n`)
})
