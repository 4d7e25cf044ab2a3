/**
 * A process that imports files as the page and the command line do and nothing else, so that what it holds in memory at most is what an import
 * holds. Told `{ file, name }` it answers `{ ms, result }` or `{ error }`, and with each its peak memory in bytes as the system knows it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { readConfig } from '#kernel/config.ts'
import { importFile } from '#parts/ledgers/import.ts'
import { openHouse } from '../../src/house.ts'
import { everybody } from '../world.ts'
import { parcelLedger } from './files.ts'

const house = await openHouse(readConfig(process.env))
process.on('message', async ({ path, name }: { path: string; name: string }) => {
  const started = performance.now()
  try {
    const file = { name, path }
    const result = await importFile(house.workAs(everybody), { ledger: parcelLedger, unit: 'PORT', file })
    answer({ ms: performance.now() - started, result: { ...result, findings: [], groups: [] } })
  } catch (error) {
    answer({ error: (error as Error).stack ?? String(error) })
  }
})
process.on('disconnect', () => house.close().then(() => process.exit()))
process.send!({ ready: true })

function answer(said: object): void {
  if (process.connected) process.send!({ ...said, peakBytes: peakBytes() })
}

/** What the system counts per program: the number that `resourceUsage` has on Linux starts at what the starter of the process held. */
function peakBytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS
  return Number(kilobytes) * 1024
}
