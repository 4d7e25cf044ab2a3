import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { createContext, type ReactNode, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useLocale } from './locale.tsx'
import { antTheme } from './theme.ts'
import { type ThemeName, type Tokens, tokenSheet, tokens } from './tokens.ts'

export type Preference = ThemeName | 'auto'

const remembered = 'jingkai.theme'

interface Appearance {
  preference: Preference
  theme: ThemeName
  tokens: Tokens
  prefer(preference: Preference): void
}

const AppearanceContext = createContext<Appearance>({
  preference: 'auto',
  theme: 'light',
  tokens: tokens.light,
  prefer: () => undefined,
})

/** Light, dark or as the system says; dresses `<html data-theme>`, the CSS variables and Ant Design alike. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [preference, setPreference] = useState<Preference>(openingPreference)
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const antLocale = useAntLocale()
  const theme: ThemeName = preference === 'auto' ? (systemDark ? 'dark' : 'light') : preference

  useEffect(layTokenSheet, [])
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])

  const appearance = useMemo(() => {
    const prefer = (next: Preference) => {
      localStorage.setItem(remembered, next)
      setPreference(next)
    }
    return { preference, theme, tokens: tokens[theme], prefer }
  }, [preference, theme])

  return (
    <AppearanceContext value={appearance}>
      <ConfigProvider theme={antTheme(theme, calm)} locale={antLocale} wave={{ disabled: true }}>
        {children}
      </ConfigProvider>
    </AppearanceContext>
  )
}

export const useAppearance = (): Appearance => use(AppearanceContext)

/** Follows a CSS media query. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}

/** True below 768 px, where the rail becomes a bottom bar and tables become cards. */
export const usePhone = (): boolean => useMedia('(max-width: 767.98px)')

function openingPreference(): Preference {
  const asked = new URLSearchParams(window.location.search).get('theme') ?? localStorage.getItem(remembered)
  return asked === 'light' || asked === 'dark' ? asked : 'auto'
}

function useAntLocale(): typeof zhCN {
  const { locale } = useLocale()
  const [english, setEnglish] = useState<typeof zhCN>()
  useEffect(() => {
    dayjs.locale(locale === 'zh' ? 'zh-cn' : 'en')
    if (locale === 'en') {
      // Only words inside Ant Design's own controls hang on it: without it they stay Chinese.
      import('antd/locale/en_US').then((loaded) => setEnglish(loaded.default)).catch(() => undefined)
    }
  }, [locale])
  return locale === 'en' && english ? english : zhCN
}

/** Laid before the first paint by main.tsx as well, so that nothing is drawn without its colours. */
export function layTokenSheet(): void {
  if (document.getElementById('tokens')) return
  const sheet = document.createElement('style')
  sheet.id = 'tokens'
  sheet.textContent = tokenSheet()
  document.head.prepend(sheet)
}
