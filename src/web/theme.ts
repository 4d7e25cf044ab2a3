import { type ThemeConfig, theme } from 'antd'
import { type ThemeName, tokens } from './tokens.ts'

/** Ant Design told the colours, type and spacing of LOOK. `calm` stops its motion for those who prefer none. */
export function antTheme(name: ThemeName, calm: boolean): ThemeConfig {
  const set = tokens[name]
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'jingkai' },
    token: {
      colorPrimary: set.accent,
      colorInfo: set.accent,
      colorSuccess: set.ahead,
      colorWarning: set.warning,
      colorError: set.behind,
      colorLink: set.accent,
      colorText: set.ink,
      colorTextSecondary: set.second,
      colorTextTertiary: set.faint,
      colorTextPlaceholder: set.faint,
      colorTextDescription: set.second,
      colorTextLightSolid: set.onAccent,
      colorBgLayout: set.page,
      colorBgContainer: set.surface,
      colorBgElevated: set.surface,
      colorBorder: set.edge,
      colorBorderSecondary: set.rule,
      colorSplit: set.rule,
      borderRadius: 4,
      fontSize: 14,
      sizeStep: 4,
      fontFamily: 'var(--sans)',
      motion: !calm,
      motionDurationSlow: '0.15s',
      motionDurationMid: '0.15s',
      boxShadow: ring(set.edge),
      boxShadowSecondary: ring(set.edge),
      boxShadowTertiary: 'none',
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Table: { cellFontSize: 13, headerBg: set.page },
      Form: { labelColor: set.second },
    },
  }
}

/** What floats is parted from the page by a rule, not by a shadow. */
const ring = (color: string) => `0 0 0 1px ${color}`
