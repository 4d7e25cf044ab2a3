import type { listAudit } from '#kernel/audit/shapes.ts'
import type { Reply } from '../client.ts'
import { SideSheet } from '../kit/SideSheet.tsx'
import { When } from '../kit/When.tsx'
import { T, useWords } from '../locale.tsx'
import { ActorName, SubjectName } from './AuditWords.tsx'
import './administration.css'
import { deedWords } from './deed-words.ts'

export type AuditRow = Reply<typeof listAudit>['entries'][number]

/** One entry whole: what stood before, what after, and the hash that binds it. */
export function AuditEntrySheet({ entry, onClose }: { entry: AuditRow; onClose: () => void }) {
  const t = useWords()
  return (
    <SideSheet title={t(deedWords[entry.action] ?? { zh: entry.action, en: entry.action })} onClose={onClose}>
      <p>
        <When at={entry.at} /> · <ActorName row={entry} /> · {entry.via}
        <br />
        <SubjectName subject={entry.subject} />
        <br />
        <code>{entry.action}</code> · <code>{entry.subject}</code>
      </p>
      <Recorded words={t({ zh: '之前', en: 'Before' })} value={entry.before} />
      <Recorded words={t({ zh: '之后', en: 'After' })} value={entry.after} />
      <p className="audit-hash">
        <T
          zh="第 {seq} 条，请求 {request}"
          en="No. {seq}, request {request}"
          seq={entry.seq}
          request={entry.requestId}
        />
        <code>{entry.hash}</code>
      </p>
    </SideSheet>
  )
}

function Recorded({ words, value }: { words: string; value: unknown }) {
  return (
    <section className="audit-recorded">
      <h3>{words}</h3>
      {value === null || value === undefined ? (
        <span className="missing">—</span>
      ) : (
        <pre>{JSON.stringify(value, null, 2)}</pre>
      )}
    </section>
  )
}
