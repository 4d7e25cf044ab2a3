import type { Words } from '#kernel/i18n/words.ts'
import type { AcrossCheck } from '#parts/ledgers/across.ts'

/** Stages of a reform item, in the order they come. */
export const reformStages = {
  studied: { zh: '研究', en: 'studied' },
  adopted: { zh: '采纳', en: 'adopted' },
  copied: { zh: '复制落地', en: 'copied' },
  'in-effect': { zh: '见效', en: 'in effect' },
} as const satisfies Record<string, Words>

/** Stages of an innovation case, in the order they come. */
export const innovationStages = {
  drafted: { zh: '起草', en: 'drafted' },
  filed: { zh: '备案', en: 'filed' },
  reported: { zh: '上报', en: 'reported' },
  'adopted-province': { zh: '全省推广', en: 'adopted, province' },
  'adopted-nation': { zh: '全国推广', en: 'adopted, nation' },
} as const satisfies Record<string, Words>

/** Warns of a stage dated before one that comes earlier, beside the other stages of the same number. */
export function stagesInOrder(table: string, stages: Record<string, Words>): AcrossCheck {
  const order = `array[${Object.keys(stages)
    .map((stage) => `'${stage}'`)
    .join(', ')}]`
  return {
    name: 'stage-out-of-order',
    severity: 'warn',
    meaning: {
      zh: '{number} 的这一阶段记在 {day}，但更早的阶段记在 {otherDay}',
      en: 'This stage of {number} is dated {day}, while an earlier stage is dated {otherDay}',
    },
    cure: {
      zh: '已导入；请核对两行的日期，或是否填错了阶段',
      en: 'It is in; see to the days of both rows, or whether one names the wrong stage',
    },
    sql: `select own.number, own.stage, jsonb_build_object('number', own.number, 'day', own.reached_on, 'otherDay', max(other.reached_on)) as details
      from ${table} own join ${table} other on other.number = own.number
        and array_position(${order}, other.stage::text) < array_position(${order}, own.stage::text) and other.reached_on > own.reached_on
      where own.batch_id = $1 group by own.number, own.stage, own.reached_on`,
  }
}

/** Warns of one number that bears two titles. */
export function oneTitle(table: string): AcrossCheck {
  return {
    name: 'title-differs',
    severity: 'warn',
    meaning: {
      zh: '{number} 在别的行里叫“{other}”，这一行叫“{title}”',
      en: '{number} is called "{other}" on another row and "{title}" on this one',
    },
    cure: {
      zh: '已导入；若是两件事，请给后一件另编号；若是同一件，请统一名称',
      en: 'It is in; give the second a number of its own, or write one title for both',
    },
    sql: `select own.number, own.stage, jsonb_build_object('number', own.number, 'title', own.title, 'other', min(other.title)) as details
      from ${table} own join ${table} other on other.number = own.number and other.title <> own.title
      where own.batch_id = $1 group by own.number, own.stage, own.title`,
  }
}
