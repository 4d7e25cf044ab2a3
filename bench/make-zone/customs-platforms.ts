/** Platforms, sellers and goods of the demonstration's customs messages: all of them made up. */
export interface Platform {
  code: string
  name: string
  seller: { code: string; name: string }
  /** how its parcels go: from bonded stock, straight from abroad, or out of the country */
  trade: 'bonded' | 'direct' | 'export'
  prefix: string
  weight: number
}

export const platforms: readonly Platform[] = [
  {
    ...{ code: '41019DEM01', name: '云帆海购（演示）有限公司', prefix: 'YF', trade: 'bonded', weight: 34 },
    seller: { code: '41019DEM11', name: '郑州云帆供应链（演示）有限公司' },
  },
  {
    ...{ code: '41019DEM02', name: '青禾母婴优选（演示）有限公司', prefix: 'QH', trade: 'bonded', weight: 22 },
    seller: { code: '41019DEM12', name: '河南青禾国际贸易（演示）有限公司' },
  },
  {
    ...{ code: '41019DEM03', name: '丝路集市（演示）有限公司', prefix: 'SL', trade: 'direct', weight: 19 },
    seller: { code: '41019DEM13', name: '丝路集市直采（演示）有限公司' },
  },
  {
    ...{ code: '41019DEM04', name: '中原出海（演示）有限公司', prefix: 'ZY', trade: 'export', weight: 18 },
    seller: { code: '41019DEM14', name: '中原工贸出口（演示）有限公司' },
  },
  {
    ...{ code: '41019DEM05', name: '豫见全球购（演示）有限公司', prefix: 'YJ', trade: 'direct', weight: 7 },
    seller: { code: '41019DEM15', name: '豫见全球购（演示）有限公司' },
  },
]

export interface Goods {
  name: string
  model: string
  code: string
  /** cents a piece */
  price: number
  /** grams a piece */
  grams: number
  country: string
}

export const goodsIn: readonly Goods[] = [
  { name: '婴儿配方奶粉', model: '900克/罐', code: '1901101000', price: 21_800, grams: 1100, country: '601' },
  { name: '精华护肤水', model: '230毫升/瓶', code: '3304990099', price: 48_900, grams: 420, country: '116' },
  { name: '综合维生素片', model: '120片/瓶', code: '2106909090', price: 13_900, grams: 260, country: '502' },
  { name: '婴儿纸尿裤', model: 'L号54片/包', code: '9619001000', price: 9_800, grams: 1900, country: '116' },
  { name: '橄榄油', model: '750毫升/瓶', code: '1509100000', price: 8_600, grams: 1250, country: '312' },
  { name: '防晒乳', model: '90毫升/支', code: '3304990099', price: 15_600, grams: 150, country: '133' },
  { name: '麦卢卡蜂蜜', model: '500克/瓶', code: '0409000000', price: 26_500, grams: 720, country: '609' },
]

export const goodsOut: readonly Goods[] = [
  { name: '假发套', model: '人造纤维/件', code: '6704110000', price: 6_200, grams: 240, country: '502' },
  { name: '女式连衣裙', model: '聚酯纤维/件', code: '6204430090', price: 3_900, grams: 380, country: '303' },
  { name: '手机保护壳', model: '硅胶/个', code: '3926909090', price: 1_200, grams: 60, country: '344' },
  { name: '蓝牙耳机', model: '入耳式/副', code: '8518300000', price: 8_800, grams: 130, country: '305' },
]

export const carriers = [
  { code: '41019DEM31', name: '中原速递（演示）有限公司', prefix: 'ZS' },
  { code: '41019DEM32', name: '陆港快运（演示）有限公司', prefix: 'LG' },
] as const

export const payer = { code: '41019DEM21', name: '示范支付（演示）有限公司' }
