import { changeWords } from '#kernel/units.ts'
import { useLocale } from '#web/locale.tsx'

const signs = { up: '↑', down: '↓', flat: '→' }

/** ↑ 同比增长10%: sign and words together; a dash where no change was told. */
export function OpenChange({ value, unit, short }: { value: string | null; unit: string; short?: boolean }) {
  const { locale } = useLocale()
  if (value === null) return <span className="open-change missing">—</span>
  const { direction, text } = changeWords(value, unit, locale)
  const whole = locale === 'zh' ? `同比${text}` : `${text} on the year`
  return (
    <span className="open-change">
      <span aria-hidden>{signs[direction]}</span> {short ? text : whole}
    </span>
  )
}
