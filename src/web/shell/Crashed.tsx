import { Button } from 'antd'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { ErrorState } from '../kit/ErrorState.tsx'
import { Notice } from '../kit/Notice.tsx'
import { T } from '../locale.tsx'
import { Problem, problemWords } from '../problem.ts'
import { NotFound } from './NotFound.tsx'

/** A page that broke while drawing; a page that did not arrive is most often a new version of the program. */
export function CrashedPage() {
  const error = useRouteError()
  const again = () => window.location.reload()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  if (error instanceof Problem) return <ErrorState whole problem={error} onRetry={again} />
  const lost = error instanceof TypeError && /import|fetch|load/i.test(error.message)
  const words = lost ? problemWords.offline : problemWords.fault
  return (
    <Notice
      whole
      mark="!"
      title={<T {...words.title} />}
      cure={<T {...words.cure} />}
      detail={lost ? '' : String(error)}
    >
      <Button type="primary" onClick={again}>
        <T zh="重新载入" en="Reload" />
      </Button>
    </Notice>
  )
}
