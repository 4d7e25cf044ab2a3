/** Columns of a list of issues: how inspections head them, and what the template says of each. */
export const listColumns = {
  receipt: {
    names: ['受理编号', '交办编号', '编号'],
    needed: true,
    rule: '必填。全区唯一，2 到 60 字。',
    example: 'D410000201806270031',
  },
  title: {
    names: ['问题标题', '标题'],
    needed: false,
    rule: '选填，不超过 120 字；不填取交办问题的第一句。',
    example: '厂区夜间异味扰民',
  },
  description: {
    names: ['交办问题', '交办问题基本情况', '问题描述', '举报内容'],
    needed: true,
    rule: '必填，2 到 4000 字，不带网页标记。不要写举报人的姓名、电话。',
    example: '厂区夜间排放刺激性气味，影响周边居民。',
  },
  address: {
    names: ['地点', '具体地点', '地址', '问题地点'],
    needed: false,
    rule: '选填，不超过 300 字。',
    example: '经开第十二大街与航海东路交叉口西北角',
  },
  pollution: {
    names: ['污染类型', '污染类别'],
    needed: true,
    rule: '必填，写主要的一种：大气、水、噪声、土壤、固体废物、生态、其他。',
    example: '大气',
  },
  category: {
    names: ['小类代码', '小类', '事项小类'],
    needed: false,
    rule: '选填，立结案标准的小类代码或名称；不填按污染类型取“督察”小类。',
    example: '',
  },
  unit: {
    names: ['责任单位', '承办单位', '牵头单位'],
    needed: false,
    rule: '选填，单位代码或全称；供派遣参考，由指挥中心决定。',
    example: '环境保护局',
  },
  dueOn: {
    names: ['整改时限', '整改期限', '办结时限', '完成时限'],
    needed: true,
    rule: '必填，写到日，如 2018-07-20；不早于接收日期。',
    example: '2018-07-12',
  },
  longitude: { names: ['经度'], needed: false, rule: '选填，度，与纬度一起填；要在本区范围内。', example: '113.8200' },
  latitude: { names: ['纬度'], needed: false, rule: '选填，度，与经度一起填。', example: '34.7200' },
  key: { names: ['重点件', '是否重点'], needed: false, rule: '选填，是或否；不填为否。', example: '否' },
} as const satisfies Record<string, { names: readonly string[]; needed: boolean; rule: string; example: string }>

export type ListColumn = keyof typeof listColumns
export const listColumnKeys = Object.keys(listColumns) as ListColumn[]

/** A row of the list with what its cells say, and where each column stands. */
export interface ListLine {
  sheet: string
  line: number
  said: Record<ListColumn, string>
  /** letters of the columns as a spreadsheet counts them, for those that the sheet has */
  letters: Partial<Record<ListColumn, string>>
}

/** A, B … Z, AA: the column of a spreadsheet by its place from 0. */
export function letterOf(place: number): string {
  const last = String.fromCodePoint(65 + (place % 26))
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last
}
