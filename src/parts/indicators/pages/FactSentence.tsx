import { parsePeriod } from '#kernel/period.ts'
import { changeWords, formatQuantity } from '#kernel/units.ts'
import { type Locale, useLocale, useWords } from '#web/locale.tsx'
import type { Fact, PaceTarget } from '../shapes.ts'
import { gapWords } from './pace-words.ts'
import { periodWords } from './which.ts'

/** 2018年上半年汽车及零部件产业产值335亿元，同比增长20.2%；完成全年目标的33.5%，落后时序16.1个百分点。 */
export function FactSentence({ fact, target }: { fact: Fact; target: PaceTarget | null }) {
  const t = useWords()
  const { locale } = useLocale()
  const { value, unit, change, covers, name } = fact
  const period = periodWords(covers, locale)
  const head =
    value === null
      ? t({ zh: '{period}{name}没有数据', en: '{name}, {period}: no figure' }, { period, name: t(name) })
      : t(
          { zh: '{period}{name}{amount}', en: '{name}, {period}: {amount}' },
          { period, name: t(name), amount: formatQuantity(value, unit, locale) },
        )
  const said = [head + changeSaid(change.value, change.unit, locale)]
  if (target?.completion && target.gap && isYearToDate(fact, target))
    said.push(targetSaid(target.completion, target.gap, locale))
  return said.join(locale === 'zh' ? '；' : '; ') + (locale === 'zh' ? '。' : '.')
}

/** What is done of the target belongs to the year to its last day, not to a month of it. */
function isYearToDate({ covers, through }: Fact, target: PaceTarget): boolean {
  return through === target.through && parsePeriod(covers).start.endsWith('-01-01')
}

function changeSaid(value: string | null, unit: string, locale: Locale): string {
  if (value === null) return ''
  const { text } = changeWords(value, unit, locale)
  return locale === 'zh' ? `，同比${text}` : `, ${text} on the year`
}

function targetSaid(completion: string, gap: string, locale: Locale): string {
  const done = completion.replace(/\.0$/, '')
  if (locale === 'zh') return `完成全年目标的${done}%，${gapWords(gap, 'calendar', 'zh')}`
  return `${done}% of the target for the year is done, ${gapWords(gap, 'calendar', 'en')}`
}
