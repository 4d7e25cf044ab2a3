import { Link } from 'react-router'
import { Notice } from '../kit/Notice.tsx'
import { T } from '../locale.tsx'
import { problemWords } from '../problem.ts'

/** An address that no page has. */
export function NotFound() {
  return (
    <Notice whole mark="404" title={<T {...problemWords.missing.title} />} cure={<T {...problemWords.missing.cure} />}>
      <Link to="/">
        <T zh="回到驾驶舱" en="Back to the cockpit" />
      </Link>
    </Notice>
  )
}
