import { Link } from 'react-router'
import { useWords } from '../locale.tsx'
import { useMay } from '../session.ts'
import type { AuditRow } from './AuditEntrySheet.tsx'
import { deedWords } from './deed-words.ts'
import { subjectOf } from './subject-words.ts'
import { useUnitNames } from './unit-names.ts'
import './administration.css'

/** The deed in words with its code, which the search field takes. */
export function DeedName({ action }: { action: string }) {
  const t = useWords()
  const words = deedWords[action]
  return (
    <span className="audit-named">
      {words && t(words)} <code>{action}</code>
    </span>
  )
}

/** What the deed was done to: a link where there is a page that the reader may open. */
export function SubjectName({ subject }: { subject: string }) {
  const t = useWords()
  const may = useMay()
  const nameOf = useUnitNames()
  const found = subjectOf(subject)
  if (!found) return <code>{subject}</code>
  const said = [t(found.words), found.unit && nameOf(found.unit), found.which].filter(Boolean).join(' ')
  return found.to && may(found.to.permission) ? (
    <Link to={found.to.path} title={subject}>
      {said}
    </Link>
  ) : (
    <span title={subject}>{said}</span>
  )
}

/** Who did it: the command line and jobs by what they are, people by name. */
export function ActorName({ row }: { row: AuditRow }) {
  const t = useWords()
  if (row.via === 'cli') return <>{t({ zh: '命令行', en: 'Command line' })}</>
  if (row.via === 'job') return <>{t({ zh: '后台任务', en: 'Background job' })}</>
  if (row.via === 'public' && !row.actor.name) return <>{t({ zh: '未登录', en: 'Not signed in' })}</>
  return <>{row.actor.name || row.actor.id}</>
}
