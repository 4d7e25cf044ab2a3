import { formatChange } from '#kernel/units.ts'
import { useLocale, useWords } from '#web/locale.tsx'
import { aspectWords } from '../comparison/aspects.ts'
import type { AloneShown, MovedShown } from '../comparison/shapes.ts'

/** Words for a figure and for its movement, in the reader's language. */
export function useMovement() {
  const t = useWords()
  const { locale } = useLocale()
  const subject = ({ name, aspect }: Pick<AloneShown, 'name' | 'aspect'>): string => {
    if (!name) return t(aspectWords[aspect])
    if (aspect === 'value' || aspect === 'count') return t(name)
    return `${t(name)}${locale === 'zh' ? '的' : ', '}${locale === 'zh' ? t(aspectWords[aspect]) : t(aspectWords[aspect]).toLowerCase()}`
  }
  /** `+31亿元`, with its sign; a dash for what is no number. */
  const difference = ({ difference: by, unit }: Pick<MovedShown, 'difference' | 'unit'>): string =>
    by === null ? '—' : formatChange(by, unit, locale, 'sign')
  const percent = ({ percent: by }: Pick<MovedShown, 'percent'>): string =>
    by === null ? '' : formatChange(by, '%', locale, 'sign')
  const movement = (moved: MovedShown): string => {
    const { was, now } = moved
    if (moved.difference === null)
      return locale === 'zh' ? `由${was.text}到${now.text}` : `from ${was.text} to ${now.text}`
    const share = percent(moved)
    if (share === '') return difference(moved)
    return locale === 'zh' ? `${difference(moved)}（${share}）` : `${difference(moved)} (${share})`
  }
  return { subject, difference, percent, movement }
}
