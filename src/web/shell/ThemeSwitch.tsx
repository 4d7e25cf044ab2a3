import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons'
import { type Preference, useAppearance } from '../appearance.tsx'
import { useWords, type Words } from '../locale.tsx'

const next: Record<Preference, Preference> = { auto: 'light', light: 'dark', dark: 'auto' }
const drawn = { auto: DesktopOutlined, light: SunOutlined, dark: MoonOutlined }
const words: Record<Preference, Words> = {
  auto: { zh: '外观：随系统', en: 'Appearance: as the system' },
  light: { zh: '外观：浅色', en: 'Appearance: light' },
  dark: { zh: '外观：深色', en: 'Appearance: dark' },
}

/** Goes round: as the system, light, dark. */
export function ThemeSwitch() {
  const t = useWords()
  const { preference, prefer } = useAppearance()
  const Drawn = drawn[preference]
  return (
    <button type="button" className="header-deed" onClick={() => prefer(next[preference])} title={t(words[preference])}>
      <Drawn aria-hidden />
      <span className="for-readers">{t(words[preference])}</span>
    </button>
  )
}
