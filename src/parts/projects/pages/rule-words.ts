import { Decimal } from 'decimal.js'
import type { Reply } from '#web/client.ts'
import type { Words } from '#web/locale.tsx'
import type { rulesShape } from '../sight/rules-shapes.ts'

export type Rule = Reply<typeof rulesShape>['rules'][number]['rule']

/** One line of the rule: what it looks at, and when it is green, yellow and red. */
export interface RuleLine {
  name: Words
  green: Words
  yellow: Words | null
  red: Words
}

const percent = (share: string) => `${new Decimal(share).times(100).toFixed()}%`

/** The rule's lines, each with its limits as data. */
export function linesOf({ start, progress, payment, statistics }: Rule): RuleLine[] {
  const months = (count: number) => (count === 1 ? '1 month' : `${count} months`)
  return [
    {
      name: { zh: '开工', en: 'Start' },
      green: { zh: '已开工', en: 'started' },
      yellow: { zh: '计划日期已过，未开工，也没有正当理由', en: 'past its planned day, not started, no valid reason' },
      red: { zh: `逾期满 ${start.redAfterMonths} 个月`, en: `${months(start.redAfterMonths)} overdue` },
    },
    progress.by === 'gap'
      ? {
          name: { zh: '形象进度（计划减完成）', en: 'Progress (planned less done)' },
          green: { zh: `慢不到 ${progress.yellowFrom} 个百分点`, en: `less than ${progress.yellowFrom} points behind` },
          yellow: {
            zh: `慢 ${progress.yellowFrom} 到 ${progress.redAbove} 个百分点`,
            en: `${progress.yellowFrom} to ${progress.redAbove} points behind`,
          },
          red: { zh: `慢 ${progress.redAbove} 个百分点以上`, en: `more than ${progress.redAbove} points behind` },
        }
      : {
          name: { zh: '形象进度（完成与计划之比）', en: 'Progress (done as a share of planned)' },
          green: { zh: `不低于 ${percent(progress.yellowBelow)}`, en: `at least ${percent(progress.yellowBelow)}` },
          yellow: { zh: `低于 ${percent(progress.yellowBelow)}`, en: `below ${percent(progress.yellowBelow)}` },
          red: { zh: `低于 ${percent(progress.redBelow)}`, en: `below ${percent(progress.redBelow)}` },
        },
    {
      name: { zh: '资金拨付', en: 'Payment' },
      green: {
        zh: `拨到应拨的 ${percent(payment.requiredRate)}`,
        en: `${percent(payment.requiredRate)} of what is due is paid`,
      },
      yellow: null,
      red: { zh: '没有拨足', en: 'less is paid' },
    },
    {
      name: { zh: '统计入库', en: 'Statistics' },
      green: { zh: '已入库', en: 'entered' },
      yellow: {
        zh: `开工满 ${statistics.yellowAfterMonths} 个月未入库，也没有正当理由`,
        en: `not entered ${months(statistics.yellowAfterMonths)} after the start, no valid reason`,
      },
      red: {
        zh: `开工超过 ${statistics.redAfterMonths} 个月未入库`,
        en: `not entered more than ${months(statistics.redAfterMonths)} after the start`,
      },
    },
  ]
}

/** What follows from each light. */
export const handling: Record<'green' | 'yellow' | 'red', Words> = {
  green: { zh: '保持要素保障', en: 'resources are kept up' },
  yellow: { zh: '责任单位限期整改', en: 'the responsible unit acts' },
  red: { zh: '发督办函：时间表、路线图、责任人', en: 'a letter of supervision: timetable, route, named person' },
}
