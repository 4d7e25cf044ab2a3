import type { Words } from '#kernel/i18n/words.ts'

/** Why a claim has its verdict, by code; `{period}` and the like are filled from the reason's details. */
export const reasonTexts: Record<string, Words> = {
  printed: {
    zh: '由模板标签取自{nameZh}（{period}）的数据印出，不是手写的数。',
    en: 'Printed by a tag from the data of {nameEn}, {period}; nobody typed it.',
  },
  equal: {
    zh: '与{nameZh}（{period}）的数据一致：{known}{unit}。',
    en: 'Agrees with {nameEn} of {period}: {known} {unit}.',
  },
  rounds: {
    zh: '{nameZh}（{period}）为{known}{unit}，按所写的位数或“约、近、超”等说法相符。',
    en: '{nameEn} of {period} is {known} {unit}; it agrees at the digits or with the qualifier written.',
  },
  differs: {
    zh: '写的是{said}，而{nameZh}（{period}）为{known}{unit}。',
    en: 'The text has {said}; {nameEn} of {period} is {known} {unit}.',
  },
  'rounded-twice': {
    zh: '写的是{said}；{nameZh}（{period}）的印发数为{own}{ownUnit}，但原始数值修约一次得不到所写的数（不得连续修约）。',
    en: 'The text has {said}; {nameEn} of {period} is printed as {own} {ownUnit}, but its exact value does not round to that in one step.',
  },
  'not-reached': {
    zh: '没有达到：{nameZh}（{period}）为{known}{unit}，而写的是“{said}”以上。',
    en: 'Not reached: {nameEn} of {period} is {known} {unit}, and the text says more than {said}.',
  },
  'far-above': {
    zh: '{nameZh}（{period}）为{known}{unit}，远在“{said}多”之上。',
    en: '{nameEn} of {period} is {known} {unit}, far above "somewhat over {said}".',
  },
  exceeded: {
    zh: '已经超过：{nameZh}（{period}）为{known}{unit}，不是“近”或“不到”{said}。',
    en: 'Exceeded: {nameEn} of {period} is {known} {unit}, not "nearly" or "under" {said}.',
  },
  'not-near': {
    zh: '不接近：{nameZh}（{period}）为{known}{unit}，离{said}还远。',
    en: 'Not near: {nameEn} of {period} is {known} {unit}, well short of {said}.',
  },
  direction: {
    zh: '方向相反：{nameZh}（{period}）的变动为{known}{unit}，数字对而升降写反了。',
    en: 'Wrong way: {nameEn} of {period} changed by {known} {unit}; the digits are right, the direction is not.',
  },
  recomputed: {
    zh: '{said}是用两年的总量直接相除得出的；{nameZh}（{period}）公布的增速为{known}{unit}（可比口径，不得重算）。',
    en: '{said} follows from dividing two levels; the published growth of {nameEn}, {period}, is {known} {unit} and may not be recomputed.',
  },
  'fewer-times': {
    zh: '减少不能说成“倍”：{nameZh}（{period}）应写成下降百分之几。',
    en: 'A decrease cannot be told in times: say by what percentage {nameEn} of {period} fell.',
  },
  'unit-slip': {
    zh: '写的是{said}，{times}；{nameZh}（{period}）为{own}{ownUnit}。',
    en: 'The text has {said}, {times}; {nameEn} of {period} is {own} {ownUnit}.',
  },
  'point-slip': {
    zh: '写的是{said}，数字对而{times}（小数点错位）；{nameZh}（{period}）为{own}{ownUnit}。',
    en: 'The text has {said}: the digits are right but {times}; {nameEn} of {period} is {own} {ownUnit}.',
  },
  'ratio-differs': {
    zh: '写的是{said}；{nameZh}（{period}）是“{versus}”的{ratio}倍。',
    en: 'The text has {said}; {nameEn} of {period} is {ratio} times "{versus}".',
  },
  'ratio-agrees': {
    zh: '{nameZh}（{period}）是“{versus}”的{ratio}倍，与所写相符。',
    en: '{nameEn} of {period} is {ratio} times "{versus}", as written.',
  },
  'ratio-of-other': {
    zh: '说的是“{versus}”的几倍；它不是记录里的指标，没有核对。',
    en: 'This is a multiple of "{versus}", which is no indicator on record; not checked.',
  },
  currency: {
    zh: '币种不同：写的是{said}，而{nameZh}（{period}）为{own}{ownUnit}。',
    en: 'Another currency: the text has {said}; {nameEn} of {period} is {own} {ownUnit}.',
  },
  'percent-for-points': {
    zh: '应写百分点：{nameZh}本身是比率，{period}变动{own}个百分点，不是{said}。',
    en: 'Percentage points are meant: {nameEn} is itself a rate and changed by {own} points in {period}, not {said}.',
  },
  'points-for-percent': {
    zh: '应写百分比：{nameZh}（{period}）增长{own}%，不是{said}。',
    en: 'Percent is meant: {nameEn} of {period} grew by {own}%, not by {said}.',
  },
  'rank-differs': {
    zh: '写的是{said}，而{nameZh}（{period}）排第{known}位。',
    en: 'The text has {said}; {nameEn} of {period} ranks {known}.',
  },
  'target-differs': {
    zh: '写的是{said}，而{nameZh}（{period}）的目标为{known}{unit}。',
    en: 'The text has {said}; the target of {nameEn} for {period} is {known} {unit}.',
  },
  'pace-direction': {
    zh: '快慢相反：{nameZh}与时序进度的差距为{known}个百分点。',
    en: 'Wrong way: {nameEn} stands {known} percentage points from the calendar.',
  },
  stale: {
    zh: '{said}是旧数：它与{asOf}时的数据一致，现在{nameZh}（{period}）为{known}{unit}。',
    en: '{said} was right as of {asOf}; {nameEn} of {period} is {known} {unit} now.',
  },
  'right-for-other-period': {
    zh: '{said}是{other}的数；{nameZh}（{period}）为{known}{unit}。',
    en: '{said} is the figure of {other}; {nameEn} of {period} is {known} {unit}.',
  },
  'right-for-other-indicator': {
    zh: '{said}是“{otherZh}”的数；{nameZh}（{period}）为{known}{unit}。',
    en: '{said} is the figure of "{otherEn}"; {nameEn} of {period} is {known} {unit}.',
  },
  'tasks-short-of-half': {
    zh: '到{day}，{total}项全年目标中有{short}项没有过半（按天数，时序进度为{calendar}%）。',
    en: 'By {day}, {short} of {total} targets of the year are not half done (the calendar stands at {calendar}%).',
  },
  'tasks-behind': {
    zh: '到{day}，{total}项全年目标中有{short}项落后于时序进度（{calendar}%）。',
    en: 'By {day}, {short} of {total} targets of the year are behind the calendar ({calendar}%).',
  },
  'tasks-reached': {
    zh: '到{day}，{total}项全年目标都已做到。',
    en: 'By {day} it holds for all {total} targets of the year.',
  },
  'target-or-done': {
    zh: '{said}与{period}的目标相同，文中没有写明是目标还是完成数，没有核对。',
    en: '{said} is the target for {period}; the text does not say whether it is aimed at or done; not checked.',
  },
  'since-opening': {
    zh: '“累计”{said}超过{period}的数，可能是从开办时算起，没有核对。',
    en: '{said} in all is more than {period} has; it may be counted from the beginning, so it was not checked.',
  },
  'mean-rate': {
    zh: '说的是平均速度，记录里没有这一项，没有核对。',
    en: 'This is an average rate, which no record tells; not checked.',
  },
  'no-pace': {
    zh: '{nameZh}（{period}）没有可用的进度。',
    en: 'There is no pace of {nameEn} for {period}.',
  },
  'no-targets': { zh: '没有可以对照的全年目标。', en: 'No target of the year to hold it against.' },
  unknown: {
    zh: '指标目录里没有“{words}”，没有核对；可从相近的指标中选定。',
    en: 'The catalogue has no "{words}"; not checked. Choose the indicator it means.',
  },
  ambiguous: {
    zh: '“{words}”可以是几个指标（{candidates}个），没有核对；请选定一个。',
    en: '"{words}" may be any of {candidates} indicators; not checked. Choose one.',
  },
  'other-area': {
    zh: '说的是{area}，不是本区；没有它的数据。',
    en: 'This is said of {area}, not of the zone; there are no records of it.',
  },
  'period-unreadable': {
    zh: '时期“{words}”不能换成具体的起止日，没有核对。',
    en: 'The period "{words}" has no definite days; not checked.',
  },
  'no-fact': {
    zh: '{nameZh}在{period}没有数据。',
    en: 'There is no figure of {nameEn} for {period}.',
  },
  'only-growth': {
    zh: '{nameZh}（{period}）只报增速，没有总量可核对。',
    en: 'Only the growth of {nameEn} is reported for {period}, no level.',
  },
  'change-unknown': {
    zh: '{nameZh}（{period}）没有可用的变动数：{why}。',
    en: 'There is no change of {nameEn} for {period}: {why}.',
  },
  'growth-not-told': {
    zh: '{nameZh}的变动不用百分比表示，不能据以核对。',
    en: 'The change of {nameEn} is not told in percent.',
  },
  'growth-not-comparable': {
    zh: '{nameZh}的增速按可比口径公布，两年总量相减不能说明增量对错。',
    en: 'The growth of {nameEn} is on a comparable basis; two levels do not tell whether the increase is right.',
  },
  'points-of-growth': {
    zh: '说的是增速本身的高低变化，记录里没有这一项。',
    en: 'This is said of a growth rate that itself rose or fell; no record tells it.',
  },
  'compared-with-other': {
    zh: '“{versus}”要与本区以外或目标的数相比，没有它的数据。',
    en: '"{versus}" compares with a figure outside the records of the zone.',
  },
  'other-base': {
    zh: '“{versus}”的基期不是上年同期，没有核对。',
    en: '"{versus}" has another base than the same period of the year before; not checked.',
  },
  'unit-other-kind': {
    zh: '写的单位（{said}）与{nameZh}的单位（{ownUnit}）不是一类，没有核对。',
    en: 'The unit written ({said}) is of another kind than that of {nameEn} ({ownUnit}); not checked.',
  },
  'no-rank': {
    zh: '没有{period}这一范围的排名数据，没有核对。',
    en: 'No ranking of that scope is on record for {period}; not checked.',
  },
  'no-whole': {
    zh: '占比的总体“{whole}”没有数据，没有核对。',
    en: 'There is no figure of the whole "{whole}"; not checked.',
  },
  'no-target': {
    zh: '没有为它设{period}的目标，没有核对。',
    en: 'No target is set for it for {period}; not checked.',
  },
  future: { zh: '{period}还没有到，没有可核对的数据。', en: '{period} has not come; nothing to check against.' },
  forecast: { zh: '{period}还没有结束，这是预测数。', en: '{period} is not over; this is a forecast.' },
  'no-number': { zh: '没有具体的数字，没有核对。', en: 'No definite number; not checked.' },
  'too-many': {
    zh: '文稿里的数字太多，超出一次能查的数量。',
    en: 'The text asks for more figures than one check looks up.',
  },
}

/** Words for `{why}` of a change that cannot be told. */
export const whyTexts: Record<string, Words> = {
  'current-missing': { zh: '本期数缺', en: 'the figure itself is missing' },
  'base-missing': { zh: '没有上年同期数', en: 'there is no base of the year before' },
  'base-not-positive': { zh: '上年同期为零或负数', en: 'the base is zero or below' },
  'not-published': { zh: '没有公布增速', en: 'no growth has been published' },
  'not-comparable': { zh: '两年口径不可比', en: 'the two years are not comparable' },
  'period-open': { zh: '本期还没有结束', en: 'the period is not over' },
  'not-told': { zh: '这个指标不报这种变动', en: 'this indicator does not tell such a change' },
}

/** Words for `{times}` of a slip by a power of ten: the figure of the text is that much too large or too small. */
export const slipTexts: Record<string, Words> = {
  '1': { zh: '大了十倍', en: 'ten times too large' },
  '2': { zh: '大了一百倍', en: 'a hundred times too large' },
  '3': { zh: '大了一千倍', en: 'a thousand times too large' },
  '4': { zh: '大了一万倍（万、亿写错）', en: 'ten thousand times too large (万 for 亿, or 亿 too many)' },
  '8': { zh: '大了一亿倍', en: 'a hundred million times too large' },
  '-1': { zh: '小了十倍', en: 'ten times too small' },
  '-2': { zh: '小了一百倍', en: 'a hundred times too small' },
  '-3': { zh: '小了一千倍', en: 'a thousand times too small' },
  '-4': { zh: '小了一万倍（万、亿写错）', en: 'ten thousand times too small (万 for 亿, or 亿 missing)' },
  '-8': { zh: '小了一亿倍', en: 'a hundred million times too small' },
}
