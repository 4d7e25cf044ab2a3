import type { Words } from '#kernel/i18n/words.ts'

/** What the standing checks say. */
export const findingTexts: Record<string, { problem: Words; cure: Words }> = {
  'row-missing': {
    problem: { zh: '{item}还没有填。', en: '{item} is not filled in.' },
    cure: {
      zh: '请填本期数、同期数和增速；没有发生填 0，0 与空不同。',
      en: 'Enter level, base and growth; if there was none, enter 0: zero is not empty.',
    },
  },
  'value-missing': {
    problem: { zh: '{item}没有填本期数。', en: '{item}: the level is missing.' },
    cure: {
      zh: '请填本期数；没有发生填 0，0 与空不同。',
      en: 'Enter it; if there was none, enter 0: zero is not empty.',
    },
  },
  'base-missing': {
    problem: { zh: '{item}没有填同期数。', en: "{item}: last year's base is missing." },
    cure: {
      zh: '请填随本期报表提供的同期数（可比口径）。',
      en: 'Enter the base supplied with this period, at comparable scope.',
    },
  },
  'growth-missing': {
    problem: { zh: '{item}没有填增速。', en: '{item}: the growth is missing.' },
    cure: { zh: '请填公布的增速，不要自行推算。', en: 'Enter the growth as published; do not work it out yourself.' },
  },
  'digits-unfit': {
    problem: {
      zh: '{item}填了 {digits}，小数位超过 {places} 位。',
      en: '{item}: {digits} has more than {places} decimal places.',
    },
    cure: { zh: '请按 {places} 位小数填报（一次修约）。', en: 'Enter {places} decimal places, rounded once.' },
  },
  negative: {
    problem: { zh: '{item}填了负数 {digits}。', en: '{item}: {digits} is negative.' },
    cure: { zh: '这项指标不会小于零，请核对符号。', en: 'This item is never below zero; check the sign.' },
  },
  'growth-disagrees': {
    problem: {
      zh: '{item}增速 {growth}{unit} 与本期数 {value}、同期数 {base} 对不上：按两数应{range}。',
      en: '{item}: growth of {growth}{unit} does not follow from {value} over {base}; that gives {range}.',
    },
    cure: {
      zh: '请核对三个数；确属口径原因的请说明。',
      en: 'Check the three figures; if the basis explains it, say so.',
    },
  },
  'growth-from-published': {
    problem: {
      zh: '{item}增速 {growth}{unit} 是按上年公布数 {published} 算的，与提供的同期数 {base} 对不上（应{range}）。',
      en: "{item}: growth of {growth}{unit} was worked out from last year's published {published}, not from the supplied base {base} (which gives {range}).",
    },
    cure: {
      zh: '增速应按同期数（可比口径）计算，请改正或说明。',
      en: 'Growth stands on the supplied base at comparable scope; correct it or say why.',
    },
  },
  'base-not-published': {
    problem: {
      zh: '{item}同期数 {base}{unit} 与上年同期公布的 {published}{unit} 不同。',
      en: "{item}: the base {base} {unit} is not last year's published {published} {unit}.",
    },
    cure: { zh: '口径调整或数据核实的，请说明原因。', en: 'If the scope changed or the figure was revised, say why.' },
  },
  'unit-slip': {
    problem: {
      zh: '{item}填了 {value}{unit}，与参照数 {reference}{unit} 相差约 10 的 {power} 次方：像是按{likely}填的。',
      en: '{item}: {value} {unit} is about 10^{power} away from {reference} {unit}; it looks as if it were in {likely}.',
    },
    cure: { zh: '请换算成{unit}再填。', en: 'Convert it to {unit}.' },
  },
  'ten-thousand-off': {
    problem: {
      zh: '{item}填了 {value}{unit}，与参照数 {reference}{unit} 相差约 10 的 {power} 次方。',
      en: '{item}: {value} {unit} is about 10^{power} away from {reference} {unit}.',
    },
    cure: { zh: '请核对小数点和计量单位。', en: 'Check the decimal point and the unit.' },
  },
  'cumulative-fell': {
    problem: {
      zh: '{item}累计数 {value}{unit} 小于上期（{period}）的 {last}{unit}。',
      en: '{item}: the cumulative {value} {unit} is below {last} {unit} of {period}.',
    },
    cure: {
      zh: '累计数一般不会减少：请核对；调减以前数的请说明。',
      en: 'A cumulative does not shrink: check it, or say what was taken back.',
    },
  },
  'level-unusual': {
    problem: {
      zh: '{item}本期数比上年同期变动 {growth}{unit}，超出本单位历史范围（{periods} 期多在 {low}% 到 {high}%）。',
      en: "{item}: the level changed by {growth}{unit} on the year, outside this unit's own history ({periods} periods, {low}% to {high}%).",
    },
    cure: {
      zh: '请核实；属实的写明原因（不少于六个字）。',
      en: 'Check it; if it is right, say why in six characters or more.',
    },
  },
  'growth-unusual': {
    problem: {
      zh: '{item}增速 {growth}{unit} 超出本单位历史范围（{periods} 期多在 {low} 到 {high}）。',
      en: "{item}: growth of {growth}{unit} is outside this unit's own history ({periods} periods, {low} to {high}).",
    },
    cure: {
      zh: '请核实；属实的写明原因（不少于六个字）。',
      en: 'Check it; if it is right, say why in six characters or more.',
    },
  },
  'same-as-last': {
    problem: {
      zh: '{item}与上期（{period}）完全相同：{value}{unit}。',
      en: '{item}: the same as in {period}: {value} {unit}.',
    },
    cure: { zh: '如果确实没有变化，不必处理。', en: 'If nothing changed, there is nothing to do.' },
  },
}
