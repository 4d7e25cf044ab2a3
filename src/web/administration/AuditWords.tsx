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

/** Who did it: people by name, the command line with the name of its user, the first loading and jobs as what they are. */
export function ActorName({ row: { via, actor } }: { row: Pick<AuditRow, 'via' | 'actor'> }) {
  const t = useWords()
  const name = actor.name || actor.id
  if (via === 'cli' && name === '系统加载') return <>{t({ zh: '系统加载', en: 'First loading' })}</>
  if (via === 'cli') return <>{t({ zh: '命令行（{name}）', en: 'Command line ({name})' }, { name })}</>
  if (via === 'job') return <>{t({ zh: '后台任务（{name}）', en: 'Background ({id})' }, { name, id: actor.id })}</>
  if (actor.id === 'anonymous') return <>{t({ zh: '未登录', en: 'Not signed in' })}</>
  return <>{name}</>
}
