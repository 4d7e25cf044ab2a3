/** The colours of LOOK, one set a theme. Text on `page` or `surface` keeps at least 4.5 to 1 in both. */
export interface Tokens {
  page: string
  surface: string
  ink: string
  second: string
  faint: string
  rule: string
  /** edge of a field or button: 3 to 1 against both grounds, which `rule` is too quiet for */
  edge: string
  accent: string
  onAccent: string
  ahead: string
  warning: string
  behind: string
  noData: string
}

export type ThemeName = 'light' | 'dark'

export const tokens: Record<ThemeName, Tokens> = {
  light: {
    page: '#FAFAF7',
    surface: '#FFFFFF',
    ink: '#1A1F24',
    second: '#5B6670',
    faint: '#6A737B',
    rule: '#E5E3DC',
    edge: '#8A9299',
    accent: '#1F6F78',
    onAccent: '#FFFFFF',
    ahead: '#2F7D4F',
    warning: '#8F5E12',
    behind: '#C0392B',
    noData: '#6A737B',
  },
  dark: {
    page: '#12171B',
    surface: '#1A2126',
    ink: '#E8EAEC',
    second: '#9BA7B0',
    faint: '#87929B',
    rule: '#2C353C',
    edge: '#6B7780',
    accent: '#58B5BE',
    onAccent: '#0C1417',
    ahead: '#6CC08B',
    warning: '#E0B15A',
    behind: '#F0806B',
    noData: '#87929B',
  },
}

export const sansFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif'
export const serifFamily = '"Songti SC", SimSun, "Noto Serif CJK SC", serif'

/**
 * CSS text that gives every token to style sheets as `--ink`, `--on-accent` and so on; paper is always light. English takes its
 * quotes and dashes from the Latin faces of base.css, since Chinese fonts draw them a whole character wide.
 */
export function tokenSheet(): string {
  const lines = (set: Tokens) =>
    Object.entries(set)
      .map(([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
      .join(';')
  return [
    `:root{${lines(tokens.light)};--sans:${sansFamily};--serif:${serifFamily};color-scheme:light}`,
    `[lang|=en]{--sans:"Latin marks",${sansFamily};--serif:"Latin serif marks",${serifFamily}}`,
    `[lang|=zh]{--sans:${sansFamily};--serif:${serifFamily}}`,
    `@media not print{:root[data-theme=dark]{${lines(tokens.dark)};color-scheme:dark}}`,
  ].join('\n')
}
