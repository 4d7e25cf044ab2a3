import { Link } from 'react-router'
import { T, useWords } from '../locale.tsx'
import { Mark } from './Mark.tsx'
import { Menu } from './Menu.tsx'
import './rail.css'

/** The menu at the left of a desk. */
export function Rail() {
  const t = useWords()
  return (
    <aside className="rail" aria-label={t({ zh: '导航', en: 'Navigation' })}>
      <Link to="/" className="wordmark">
        <Mark />
        <T zh="经开" en="Jingkai" />
      </Link>
      <Menu />
    </aside>
  )
}
