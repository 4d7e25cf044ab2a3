import type { RefusalTexts } from '#kernel/refusal.ts'
import { entryRefusals } from './entry-texts.ts'

const declarationRefusals: RefusalTexts = {
  'economy/form-unreadable': {
    problem: { zh: '报表文件 {file} 读不了：{problem}', en: 'The form {file} cannot be read: {problem}' },
    cure: {
      zh: '请按数据包说明改正后再装载；指标代码在所有报表里只能出现一次，单位须在单位树里。',
      en: 'Mend it as the zone package describes and load again; an item code belongs to one form, units must be in the tree.',
    },
  },
  'economy/rule-unreadable': {
    problem: { zh: '审核公式读不了（{near} 附近）：{rule}', en: 'The audit rule cannot be read (near {near}): {rule}' },
    cure: {
      zh: '请写成 item("甲") >= item("乙") + item("丙") 的样子（文件 {file}）。',
      en: 'Write it like item("a") >= item("b") + item("c") (file {file}).',
    },
  },
  'economy/zone-file-unreadable': {
    problem: {
      zh: '数据包文件 {file} 第 {line} 行读不了：{column} 不对（“{value}”）。',
      en: 'Line {line} of {file} cannot be read: {column} is wrong ("{value}").',
    },
    cure: { zh: '请改正该行后再装载。', en: 'Mend that line and load again.' },
  },
}

const readingRefusals: RefusalTexts = {
  'economy/form-unknown': {
    problem: { zh: '没有“{form}”这张报表。', en: 'There is no form "{form}".' },
    cure: {
      zh: '您是不是要找“{suggestion}”？全部报表见“报表”页。',
      en: 'Did you mean "{suggestion}"? All forms are on the Forms page.',
    },
  },
  'economy/item-unknown': {
    problem: { zh: '没有报表填报“{item}”。', en: 'No form reports "{item}".' },
    cure: { zh: '您是不是要找“{suggestion}”？', en: 'Did you mean "{suggestion}"?' },
  },
  'economy/period-unfit': {
    problem: { zh: '报表 {form} 没有 {period} 这一期。', en: 'The form {form} has no period {period}.' },
    cure: {
      zh: '请选报表规定的报告期（自 {first} 起；不报的月份除外）。',
      en: 'Choose a period the form asks for (from {first} on, months left out excepted).',
    },
  },
  'economy/unit-not-reporting': {
    problem: { zh: '{unit} 不填报 {form}。', en: '{unit} does not report through {form}.' },
    cure: { zh: '请选该报表的填报单位：{units}。', en: 'Choose one of the units that do: {units}.' },
  },
}

const lacks: RefusalTexts = {
  'economy/growth-not-given': {
    problem: {
      zh: '报表只给累计增速，不给单月增速。',
      en: 'Forms give the growth to date, not that of a single month.',
    },
    cure: { zh: '请看 1 月至本月的累计增速。', en: 'Read the growth from January to this month.' },
  },
  'economy/month-not-separate': {
    problem: {
      zh: '前一期累计数没有填报，算不出本期当期数。',
      en: 'The cumulative before was not reported, so this stretch cannot be told apart.',
    },
    cure: {
      zh: '不报 1 月的报表，1—2 月合并看。',
      en: 'Where January is not reported, read January and February together.',
    },
  },
  'economy/revised-between': {
    problem: {
      zh: '前一期累计数在本期报出以后改过，两期相减不可靠。',
      en: 'The cumulative before was revised after this one was handed in; their difference means nothing.',
    },
    cure: { zh: '请重新报送本期后再看当期数。', en: 'Hand in this period again, then read the difference.' },
  },
  'economy/units-missing': {
    problem: { zh: '还有单位没有报送，合计不完整。', en: 'Some units have not reported, so there is no total.' },
    cure: { zh: '请到“催报”页看缺哪些单位。', en: 'See the page Who is late.' },
  },
  'economy/not-additive': {
    problem: { zh: '这项指标各单位的数不能相加。', en: 'Levels of several units of this item do not add up.' },
    cure: { zh: '请分单位看。', en: 'Read it unit by unit.' },
  },
}

/** What the part says when it refuses, and why a figure is missing. */
export const refusals: RefusalTexts = { ...declarationRefusals, ...readingRefusals, ...entryRefusals, ...lacks }
