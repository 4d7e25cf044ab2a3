import { Decimal } from 'decimal.js'
import type { CustomsDocument } from './document.ts'
import type { Hint } from './reasons.ts'

/** What a difference between two amounts of an order is, where it is exactly one of the order's own, or one fen. */
export function amountHint(order: CustomsDocument, difference: Decimal): Hint | undefined {
  const size = difference.abs()
  const is = (text: string) => text !== '' && !amount(text).isZero() && amount(text).eq(size)
  if (is(order.tax)) return 'tax'
  if (is(order.discount)) return 'discount'
  if (is(order.freight)) return 'freight'
  if (is(order.insured)) return 'insurance'
  return size.lte(oneFen) ? 'rounding' : undefined
}

/** How two names that a clerk holds for one are spelled differently. */
export function nameHint(a: string, b: string): Hint | undefined {
  const [plainA, plainB] = [plainName(a), plainName(b)]
  if (plainA === plainB) return 'spelling'
  const [simpleA, simpleB] = [simplified(plainA), simplified(plainB)]
  if (simpleA === simpleB) return 'traditional'
  return companyForm(simpleA) === companyForm(simpleB) ? 'company-form' : undefined
}

/** How two numbers that were meant to be one differ. */
export function numberHint(a: string, b: string): Hint | undefined {
  const [plainA, plainB] = [plainName(a), plainName(b)]
  if (plainA === '' || plainB === '') return undefined
  if (plainA === plainB) return 'spelling'
  if (plainA.length === plainB.length) {
    const places = [...plainA].flatMap((character, place) => (character === plainB[place] ? [] : [place]))
    const [first, second] = places as [number, number]
    if (places.length === 1) return 'one-digit'
    const swapped = plainA[first] === plainB[second] && plainA[second] === plainB[first]
    return places.length === 2 && second === first + 1 && swapped ? 'digits-swapped' : undefined
  }
  const [short, long] = plainA.length < plainB.length ? [plainA, plainB] : [plainB, plainA]
  if (long.length !== short.length + 1) return undefined
  const place = [...short].findIndex((character, i) => character !== long[i])
  const from = place < 0 ? short.length : place
  return long.slice(0, from) + long.slice(from + 1) === short ? 'one-digit' : undefined
}

export function amount(text: string): Decimal {
  return /^[+-]?\d*\.?\d+$/.test(text.trim()) ? new Decimal(text.trim()) : new Decimal(0)
}

export const same = (a: string, b: string) => a === b || amount(a).eq(amount(b))

const oneFen = new Decimal('0.01')

/** A name as a tired clerk would hold it equal: width, brackets, blanks and case aside. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}·.,，。()（）[\]【】\-—_/]/gu, '')
    .toUpperCase()
}

function simplified(name: string): string {
  return [...name].map((character) => simple.get(character) ?? character).join('')
}

function companyForm(name: string): string {
  return name.replaceAll(/股份有限公司|有限责任公司|有限公司|股份公司|公司/g, '公司')
}

/** Characters of company names, traditional and simplified in turn. */
const pairs =
  '國国際际電电務务貿贸東东廣广華华業业運运輸输達达遠远網网絡络術术發发實实產产銷销購购優优選选寶宝萬万億亿聯联鴻鸿鵬鹏龍龙鳳凤飛飞騰腾馬马鄭郑經经開开園园區区關关報报進进' +
  '還还廠厂機机車车顧顾問问諮咨詢询團团總总環环貨货倉仓儲储鏈链應应數数據据雲云連连鎖锁藥药醫医療疗護护養养樂乐慶庆陽阳陳陈張张劉刘楊杨趙赵吳吴孫孙錢钱銀银鐵铁鋼钢紡纺織织' +
  '紅红綠绿藍蓝語语說说讀读書书畫画體体個个時时間间長长門门後后當当點点無无與与為为從从來来對对會会學学覽览觀观視视親亲賽赛買买賣卖費费質质員员責责資资贏赢躍跃輕轻較较輪轮' +
  '轉转辦办農农郵邮鄉乡釋释鍵键鏡镜隊队階阶難难雙双雜杂響响頁页項项順顺預预領领題题顏颜願愿類类風风飲饮飾饰館馆驗验驛驿魚鱼鮮鲜鳥鸟麗丽麥麦黃黄齊齐責责灣湾臺台範范島岛縣县號号' +
  '製制造造創创傑杰強强勝胜豐丰興兴衛卫龜龟艦舰傳传媒媒訊讯計计設设證证認认誠诚識识譽誉變变讓让賢贤賴赖贊赞趨趋跡迹軟软載载輝辉輔辅遊游適适遞递鄰邻醬酱鑫鑫針针釀酿' +
  '鈴铃銘铭鋒锋錄录錦锦鎮镇鐘钟鑒鉴閃闪閩闽陸陆隨随險险靈灵靜静韓韩韻韵頂顶須须頌颂頻频額额飯饭餅饼餐餐駐驻駕驾騎骑驕骄鯨鲸鴨鸭鵝鹅鷹鹰鹽盐黨党'
const simple = new Map(
  Array.from({ length: pairs.length / 2 }, (_, place) => [pairs[2 * place]!, pairs[2 * place + 1]!]),
)
