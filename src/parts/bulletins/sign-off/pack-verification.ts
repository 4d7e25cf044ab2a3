import { createHash } from 'node:crypto'
import { z } from 'zod'
import { refuse } from '#kernel/refusal.ts'
import { figuresCsv } from './figures-csv.ts'
import type { FrozenWhole } from './frozen.ts'
import { unpacked } from './unpack.ts'
import { type Difference, differencesIn } from './verification.ts'

type Files = ReadonlyMap<string, Buffer>

/** A pack as it was read, and what differs from its own sums and hashes. */
export interface PackVerdict {
  whole: FrozenWhole
  /** the server that its documents link to */
  base: string
  files: Files
  differences: Difference[]
}

/** Reads an evidence pack and holds it against itself. Refuses `bulletins/pack-unreadable`. */
export async function verifyPack(bytes: Buffer, name: string): Promise<PackVerdict> {
  const files = await unpacked(bytes, name)
  const { base, ...whole } = wholeOf(files, name)
  const listed = figuresCsv(whole) === files.get('figures.csv')?.toString('utf8')
  return {
    ...{ whole, base, files },
    differences: [
      ...sumDifferences(files),
      ...differencesIn(whole),
      ...(listed
        ? []
        : [differs('figures.csv', { zh: '数字清单与数据不符', en: 'the list of figures is not that of the facts' })]),
    ],
  }
}

/** Holds a pack against the one that the database gives for the same bulletin, file by file; a later withdrawal is no difference. */
export function differencesFrom(original: Files | ReadonlyMap<string, Uint8Array>, files: Files): Difference[] {
  const later = ['steps.json', 'SHA256SUMS']
  const names = [...new Set([...original.keys(), ...files.keys()])].filter((name) => !later.includes(name)).sort()
  return names.flatMap((name) => {
    const [own, given] = [original.get(name), files.get(name)]
    if (own && given && Buffer.compare(own, given) === 0) return []
    const words = !given
      ? { zh: '包中缺少这个文件', en: 'is missing from the pack' }
      : own
        ? { zh: '与库中原件不同', en: 'differs from what the database holds' }
        : { zh: '库中原件没有这个文件', en: 'is not in what the database holds' }
    return [differs(name, words)]
  })
}

function sumDifferences(files: Files): Difference[] {
  const sums = new Map(
    (files.get('SHA256SUMS')?.toString('utf8') ?? '')
      .split('\n')
      .flatMap((line) => (/^[0-9a-f]{64} {2}./.test(line) ? [[line.slice(66), line.slice(0, 64)] as const] : [])),
  )
  const found = [...files].filter(([name]) => name !== 'SHA256SUMS')
  return [
    ...found.flatMap(([name, content]) => {
      const sum = sums.get(name)
      if (sum === undefined) return [differs(name, { zh: '不在 SHA256SUMS 里', en: 'is not in SHA256SUMS' })]
      if (sum === createHash('sha256').update(content).digest('hex')) return []
      return [differs(name, { zh: '与 SHA256SUMS 不符', en: 'does not match SHA256SUMS' })]
    }),
    ...[...sums.keys()].flatMap((name) =>
      files.has(name) ? [] : [differs(name, { zh: '包中缺少这个文件', en: 'is missing from the pack' })],
    ),
  ]
}

const differs = (where: string, words: { zh: string; en: string }): Difference => ({
  where,
  words: { zh: `${where} ${words.zh}`, en: `${where} ${words.en}` },
})

const Head = z.object({
  ...{ id: z.int(), template: z.string(), period: z.string(), area: z.string(), dated: z.string() },
  ...{ asOf: z.string(), sha256: z.string(), base: z.string() },
  texts: z.array(z.object({ locale: z.enum(['zh', 'en']), templateVersion: z.int(), sha256: z.string() })).min(1),
})

/** What the pack says of the bulletin, with only its outer form held: whether it is true is what the hashes tell. */
function wholeOf(files: Files, name: string): FrozenWhole & { base: string } {
  const read = (file: string): unknown => {
    const content = files.get(file)
    if (!content) return refuse('bulletins/pack-unreadable', { file: name, reason: file })
    try {
      return JSON.parse(content.toString('utf8'))
    } catch {
      return refuse('bulletins/pack-unreadable', { file: name, reason: file })
    }
  }
  const head = Head.safeParse(read('bulletin.json'))
  const facts = z
    .record(z.string(), z.looseObject({ of: z.enum(['fact', 'pace', 'counts']) }))
    .safeParse(read('facts.json'))
  const figures = z.array(z.looseObject({ place: z.int(), key: z.string() })).safeParse(read('figures.json'))
  const steps = z.array(z.looseObject({ step: z.string() })).safeParse(read('steps.json'))
  if (!head.success || !facts.success || !figures.success || !steps.success) {
    return refuse('bulletins/pack-unreadable', {
      file: name,
      reason: 'bulletin.json, facts.json, figures.json, steps.json',
    })
  }
  return {
    ...head.data,
    texts: head.data.texts.map((text) => ({ ...text, tree: read(`texts/${text.locale}.json`) as never })),
    sources: new Map(Object.entries(facts.data)) as never,
    figures: figures.data as never,
    steps: steps.data as never,
    check: files.has('check.json') ? (read('check.json') as FrozenWhole['check']) : null,
  }
}
