import { lazy, Suspense, useEffect, useState } from 'react'
import { Outlet, ScrollRestoration, useNavigation } from 'react-router'
import { usePhone } from '../appearance.tsx'
import { T } from '../locale.tsx'
import { Header } from './Header.tsx'
import { Offline } from './Offline.tsx'
import { Rail } from './Rail.tsx'
import { ThumbBar } from './ThumbBar.tsx'
import './shell.css'

const Palette = lazy(() => import('./Palette.tsx'))

/** What stands around every page: menu, header, and the commands behind Ctrl/⌘+K. */
export function Shell() {
  const phone = usePhone()
  const [commanding, setCommanding] = useState(false)
  const onItsWay = useNavigation().state !== 'idle'
  useCommandKey(() => setCommanding((open) => !open))
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        <T zh="跳到正文" en="Skip to content" />
      </a>
      {!phone && <Rail />}
      <Header onSearch={() => setCommanding(true)} />
      <main id="content" tabIndex={-1} aria-busy={onItsWay}>
        <Offline />
        <Outlet />
      </main>
      {phone && <ThumbBar />}
      {commanding && (
        <Suspense>
          <Palette onClose={() => setCommanding(false)} />
        </Suspense>
      )}
      <ScrollRestoration />
    </div>
  )
}

function useCommandKey(toggle: () => void): void {
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      toggle()
    }
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [toggle])
}
