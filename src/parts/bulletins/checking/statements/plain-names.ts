const shortNames: readonly (readonly [RegExp, string])[] = [
  [/\s+/g, ''],
  [/^(?:全[国省市区县州镇]|我[省市区县]|整个|同期|当年|当期|实现|完成)+/, ''],
  [/^(?:国内|地区)?生产总值(?:（GDP）)?$|^GDP$/i, '地区生产总值'],
  [/^规上/, '规模以上'],
  [/^限上/, '限额以上'],
  [/^规模以上工业企业增加值$/, '规模以上工业增加值'],
  [/^固投$|^固定资产投资(?:额|总额)$/, '固定资产投资'],
  [/^社零(?:总额)?$/, '社会消费品零售总额'],
  [/^外贸进出口/, '进出口'],
  [/^进出口总值$/, '进出口总额'],
]

/** A figure's name as a list of names would have it: GDP and 地区生产总值 are one, 固投 is 固定资产投资. */
export function plainName(name: string): string {
  return shortNames.reduce((plain, [written, meant]) => plain.replace(written, meant), name)
}

/** 1-6月 and 上半年 are one period. */
export function plainPeriod(period: string): string {
  return period
    .replace(/1-6月$/, '上半年')
    .replace(/1-3月$/, '一季度')
    .replace(/1-9月$/, '前三季度')
    .replace(/1-12月$/, '')
}
