import { Link } from 'react-router'
import { T } from '../locale.tsx'
import { type Problem, problemWords } from '../problem.ts'
import { Notice } from './Notice.tsx'

/** A page or part of one that this person may not open, and whom to ask. */
export function NoPermission({ problem, whole = false }: { problem?: Problem; whole?: boolean }) {
  return (
    <Notice
      whole={whole}
      mark="403"
      title={problem?.title || <T {...problemWords.forbidden.title} />}
      detail={problem?.detail}
      cure={problem?.cure || <T {...problemWords.forbidden.cure} />}
    >
      <Link to="/">
        <T zh="回到驾驶舱" en="Back to the cockpit" />
      </Link>
    </Notice>
  )
}
