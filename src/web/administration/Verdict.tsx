import type { verifyChain } from '#kernel/audit/shapes.ts'
import type { Reply } from '../client.ts'
import { T, useWords, type Words } from '../locale.tsx'

type Verification = Reply<typeof verifyChain>

const kinds: Record<Verification['findings'][number]['kind'], Words> = {
  changed: { zh: '被改动', en: 'changed' },
  removed: { zh: '被删除', en: 'removed' },
  reordered: { zh: '被调序', en: 'reordered' },
  added: { zh: '被添加', en: 'added' },
}

/** The chain is whole, or which entries were touched and how. */
export function Verdict({ verification: { entries, findings } }: { verification: Verification }) {
  const t = useWords()
  if (findings.length === 0) {
    return (
      <T
        zh="已核验 {entries} 条，链条完整，无人改动。"
        en="{entries} entries verified: the chain is whole and nobody touched it."
        entries={entries}
      />
    )
  }
  const told = findings
    .slice(0, 5)
    .map((finding) =>
      t({ zh: '第 {seq} 条{kind}', en: 'no. {seq} {kind}' }, { seq: finding.seq, kind: t(kinds[finding.kind]) }),
    )
  return (
    <>
      <T zh="链条有 {count} 处不符：" en="The chain is broken in {count} places: " count={findings.length} />
      {told.join(t({ zh: '，', en: ', ' }))}
    </>
  )
}
