import type { Words } from '#web/locale.tsx'
import type { Suggestion } from '../desk/dispatch-shapes.ts'

const why: Record<Suggestion['why'][number], Words> = {
  standard: { zh: '标准责任单位', en: 'named by the standard' },
  place: { zh: '属地', en: 'the place is theirs' },
  before: { zh: '近 90 天办过 {handled} 件同类', en: 'handled {handled} like it in 90 days' },
  returned: { zh: '曾退回这一件', en: 'gave this one back' },
}

/** 标准责任单位，近 90 天办过 12 件同类；手上 8 件、超时 1 件. */
export function suggestionSaid(
  { why: reasons, handled, open, late }: Suggestion,
  t: (words: Words, details?: Record<string, string | number>) => string,
): string {
  const said = reasons.map((reason) => t(why[reason], { handled })).join(t({ zh: '，', en: ', ' }))
  return t(
    { zh: '{said}；手上 {open} 件、超时 {late} 件', en: '{said}; {open} before them, {late} late' },
    { said, open, late },
  )
}
