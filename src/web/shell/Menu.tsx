import { Link, useLocation } from 'react-router'
import { useWords } from '../locale.tsx'
import { sections } from '../pages.ts'
import { useMay } from '../session.ts'
import { Icon } from './icons.tsx'
import { entryOf, menuFor } from './menu.ts'
import './menu.css'

/** The pages by section; in the rail of a desk and in the sheet of a phone. */
export function Menu({ onGo }: { onGo?: () => void }) {
  const t = useWords()
  const menu = menuFor(useMay())
  const here = entryOf(useLocation().pathname, menu)
  return (
    <nav className="menu" aria-label={t({ zh: '主菜单', en: 'Main menu' })}>
      {menu.map(({ section, pages }) => (
        <section key={section}>
          <h2>{t(sections[section])}</h2>
          <ul>
            {pages.map((page) => (
              <li key={page.path}>
                <Link to={page.path} aria-current={page.path === here ? 'page' : undefined} onClick={onGo}>
                  {page.icon && <Icon name={page.icon} />}
                  {t(page.words)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
