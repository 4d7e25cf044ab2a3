import { MenuOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { SideSheet } from '../kit/SideSheet.tsx'
import { T, useWords } from '../locale.tsx'
import { useMay } from '../session.ts'
import { AccountDeeds } from './Account.tsx'
import { Icon } from './icons.tsx'
import { Menu } from './Menu.tsx'
import { entryOf, menuFor } from './menu.ts'
import './thumb-bar.css'

/** The pages most used, under the thumb; the rest behind 更多. */
export function ThumbBar() {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const menu = menuFor(useMay())
  const here = entryOf(useLocation().pathname, menu)
  const close = () => setOpen(false)
  return (
    <>
      <nav className="thumb-bar" aria-label={t({ zh: '常用页面', en: 'Frequent pages' })}>
        {menu
          .flatMap((part) => part.pages)
          .filter((page) => page.thumb)
          .map((page) => (
            <Link key={page.path} to={page.path} aria-current={page.path === here ? 'page' : undefined}>
              {page.icon && <Icon name={page.icon} />}
              {t(page.words)}
            </Link>
          ))}
        <button type="button" onClick={() => setOpen(true)} aria-haspopup="dialog">
          <MenuOutlined aria-hidden />
          <T zh="更多" en="More" />
        </button>
      </nav>
      {open && (
        <SideSheet title={t({ zh: '菜单', en: 'Menu' })} onClose={close} from="left">
          <Menu onGo={close} />
          <AccountDeeds onGo={close} />
        </SideSheet>
      )}
    </>
  )
}
