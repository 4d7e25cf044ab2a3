import { type ReactNode, useEffect } from 'react'
import { Navigate, useLocation } from 'react-router'
import { ErrorState } from '../kit/ErrorState.tsx'
import { NoPermission } from '../kit/NoPermission.tsx'
import { useWords } from '../locale.tsx'
import { type Page, pages } from '../pages.ts'
import { useMay, useSession } from '../session.ts'
import { Opening } from './Opening.tsx'

/** Lets a page be seen by those who may. What is open to anybody asks for no session and reads nothing of one. */
export function Gate({ page, drawn }: { page: Page; drawn: ReactNode }) {
  return page.open ? <Open page={page} drawn={drawn} /> : <Guarded page={page} drawn={drawn} />
}

function Open({ page, drawn }: { page: Page; drawn: ReactNode }) {
  const t = useWords()
  const title = `${t(page.words)} · ${t({ zh: '经开', en: 'Jingkai' })}`
  useEffect(() => {
    document.title = title
  }, [title])
  return drawn
}

/** Asks for sign-in first, then for the page's permission. */
function Guarded({ page, drawn }: { page: Page; drawn: ReactNode }) {
  const t = useWords()
  const { pathname, search } = useLocation()
  const session = useSession()
  const may = useMay()
  const name = t(page.words)
  const zone = session.data ? t(session.data.zone.name) : t({ zh: '经开', en: 'Jingkai' })

  useEffect(() => {
    document.title = `${name} · ${zone}`
  }, [name, zone])

  if (session.isPending) return <Opening />
  if (session.isError) return <ErrorState whole problem={session.error} onRetry={() => session.refetch()} />
  if (!session.data.person) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />
  if (!may(page.permission)) return page.path === '/' ? <OwnFirstPage /> : <NoPermission whole />
  return drawn
}

/** Whoever may not open the cockpit begins on the first page of their own menu. */
function OwnFirstPage() {
  const may = useMay()
  const mine = pages.filter((page) => page.icon && page.permission && may(page.permission))
  const own = mine.find((page) => page.section === 'administration') ?? mine[0]
  return own ? <Navigate to={own.path} replace /> : <NoPermission whole />
}
