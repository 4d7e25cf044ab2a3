import { T } from '../locale.tsx'
import './opening.css'

/** What stands on the screen until the first page has arrived. */
export function Opening() {
  return (
    <output className="opening">
      <T zh="正在打开…" en="Opening…" />
    </output>
  )
}
