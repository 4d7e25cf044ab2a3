import { SearchOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { usePhone } from '../appearance.tsx'
import { When } from '../kit/When.tsx'
import { T, useWords } from '../locale.tsx'
import { useSession } from '../session.ts'
import { Account } from './Account.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Mark } from './Mark.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import './header.css'

const commandKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'

/** Whose year this is, up to which day, and the way to everything else. */
export function Header({ onSearch }: { onSearch: () => void }) {
  const t = useWords()
  const phone = usePhone()
  const { data } = useSession()
  return (
    <header className="header">
      <p className="zone">
        {phone && (
          <Link to="/" aria-label={t({ zh: '驾驶舱', en: 'Cockpit' })}>
            <Mark size={20} />
          </Link>
        )}
        <strong>{data && t(data.zone.name)}</strong>
        {data?.today && (
          <span>
            <T zh="数据至 " en="Records to " />
            <When at={data.today} short={phone} />
          </span>
        )}
      </p>
      <button
        type="button"
        className="search-door"
        onClick={onSearch}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
      >
        <SearchOutlined aria-hidden />
        <span className={phone ? 'for-readers' : undefined}>
          <T zh="查找指标、台账、人员或页面" en="Find a figure, ledger, person or page" />
        </span>
        {!phone && <kbd>{commandKey}</kbd>}
      </button>
      {!phone && (
        <>
          <LanguageSwitch />
          <ThemeSwitch />
          <Account />
        </>
      )}
    </header>
  )
}
