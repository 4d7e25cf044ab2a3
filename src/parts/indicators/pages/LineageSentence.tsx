import { formatQuantity } from '#kernel/units.ts'
import { printWhen } from '#web/kit/When.tsx'
import { useLocale, useWords } from '#web/locale.tsx'
import type { Lineage } from '../shapes.ts'
import { counted } from './counted.ts'
import { countsBehind } from './lineage-steps.ts'
import { periodWords } from './which.ts'

/** 2018年1月1日至6月28日中欧班列开行297列，出自 1 个批次的 297 行，从原始行重算一致。 */
export function LineageSentence({ lineage, asOf }: { lineage: Lineage; asOf: string | undefined }) {
  const t = useWords()
  const { locale } = useLocale()
  const { fact, sources, replay } = lineage
  const then = asOf
    ? t({ zh: '按{when}的记录，', en: 'As recorded by {when}, ' }, { when: printWhen(asOf, locale, { time: true }) })
    : ''
  const about = { period: periodWords(fact.covers, locale), name: t(fact.name) }
  if (fact.value === null) {
    return then + t({ zh: '{period}{name}没有数据。', en: '{name} had no figure for {period}.' }, about)
  }
  const { rows, parts } = countsBehind(sources)
  const reports = sources.every(({ kind }) => kind === 'item')
  const made = {
    rows: t(counted(rows, 'row')),
    parts: t(counted(parts, reports ? 'report' : 'batch')),
  }
  const from = reports
    ? { zh: '出自 {parts}', en: 'from {parts}' }
    : { zh: '出自 {parts}的 {rows}', en: 'from {rows} of {parts}' }
  const anew = replay.from === 'rows' ? '从原始行重算' : '从各批次合计重算'
  const same = replay.equal
    ? { zh: `${anew}一致`, en: 'the same when computed anew' }
    : { zh: `${anew}不一致`, en: 'different when computed anew' }
  const amount = formatQuantity(fact.value, fact.unit, locale)
  const said = [
    t({ zh: '{period}{name}{amount}', en: '{name}, {period}: {amount}' }, { ...about, amount }),
    t(from, made),
    t(same),
  ]
  return locale === 'zh' ? `${then}${said.join('，')}。` : `${then}${said.join(', ')}.`
}
