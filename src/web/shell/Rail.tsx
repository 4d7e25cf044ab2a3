import { Link } from 'react-router'
import { T } from '../locale.tsx'
import { Mark } from './Mark.tsx'
import { Menu } from './Menu.tsx'
import './rail.css'

/** The menu at the left of a desk. */
export function Rail() {
  return (
    <div className="rail">
      <Link to="/" className="wordmark">
        <Mark />
        <T zh="经开" en="Jingkai" />
      </Link>
      <Menu />
    </div>
  )
}
