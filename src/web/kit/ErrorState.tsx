import { Button } from 'antd'
import { T } from '../locale.tsx'
import type { Problem } from '../problem.ts'
import { NoPermission } from './NoPermission.tsx'
import { Notice } from './Notice.tsx'

/** A request that failed: what is wrong, what to do, and the number that finds it in the log. */
export function ErrorState({
  problem,
  onRetry,
  whole = false,
}: {
  problem: Problem
  onRetry?: () => void
  whole?: boolean
}) {
  if (problem.status === 403) return <NoPermission problem={problem} whole={whole} />
  return (
    <Notice
      alert
      whole={whole}
      mark={problem.status === 0 ? '⌁' : '!'}
      title={problem.title}
      detail={problem.detail}
      cure={problem.cure}
    >
      {onRetry && (
        <Button onClick={onRetry}>
          <T zh="重试" en="Try again" />
        </Button>
      )}
      {problem.request && (
        <small className="problem-request">
          <T zh="请求编号 {id}" en="Request {id}" id={problem.request} />
        </small>
      )}
    </Notice>
  )
}
