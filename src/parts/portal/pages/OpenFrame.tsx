import { type ReactNode, useEffect } from 'react'
import { Link, NavLink } from 'react-router'
import { T, useWords, type Words } from '#web/locale.tsx'
import { LanguageSwitch } from '#web/shell/LanguageSwitch.tsx'
import { Mark } from '#web/shell/Mark.tsx'
import { ThemeSwitch } from '#web/shell/ThemeSwitch.tsx'
import '#web/shell/header.css'
import './open.css'

interface OpenFrameProps {
  zone: Words | undefined
  title: string
  /** the one sentence a person could read aloud */
  sentence?: ReactNode
  /** the page above this one */
  above?: { title: string; to: string }
  /** what stands at the foot, where the page shows no figures */
  foot?: ReactNode
  children: ReactNode
}

/** The sheet around every public page: whose data these are, the two ways in, and nothing of the house behind. */
export function OpenFrame({ zone, title, sentence, above, foot, children }: OpenFrameProps) {
  const t = useWords()
  const owner = zone ? t(zone) : ''
  useEffect(() => {
    document.title = [title, owner].filter(Boolean).join(' · ')
  }, [title, owner])
  return (
    <div className="open">
      <header className="open-head">
        <Link to="/open" className="open-owner">
          <Mark size={22} />
          <span>{owner}</span>
        </Link>
        <nav aria-label={t({ zh: '公开页面', en: 'Public pages' })}>
          <NavLink to="/report">
            <T zh="我要反映" en="Report" />
          </NavLink>
          <NavLink to="/open" end>
            <T zh="数据" en="Figures" />
          </NavLink>
          <NavLink to="/open/data">
            <T zh="接口" en="For programs" />
          </NavLink>
          <NavLink to="/open/inspections">
            <T zh="督察整改" en="Inspections" />
          </NavLink>
        </nav>
        <div className="open-switches">
          <LanguageSwitch />
          <ThemeSwitch />
          <Link to="/sign-in" className="header-deed">
            <T zh="登录" en="Sign in" />
          </Link>
        </div>
      </header>
      <main>
        {above && (
          <p className="open-above">
            <Link to={above.to}>← {above.title}</Link>
          </p>
        )}
        <h1>{title}</h1>
        {sentence && <p className="open-sentence">{sentence}</p>}
        {children}
      </main>
      <footer className="open-foot">
        {foot ?? (
          <T
            zh="数据由{zone}公布，可自由查阅、下载和引用，引用时请注明来源和时期。"
            en="Published by {zone}. Free to read, download and quote; name the source and the period."
            zone={owner}
          />
        )}
      </footer>
    </div>
  )
}
