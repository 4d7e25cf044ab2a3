/** Places other than the zone, or parts of it, that a bulletin compares itself with, and the zone's own names. */
const others =
  /(?:全国|全省|全市|我国|我省|我市|河南省|河南|郑州市|郑州(?!经开)|省内|市内|全球|世界|国内|中国|北京|上海|广州|深圳|高新区|航空港区|航空港|郑东新区|中牟县|[一-龥]{2}(?:省|自治区)|[一-龥]{0,4}(?:办事处|街道|社区|辖区|片区|产业园区?)|东部地区|中部地区|西部地区|中部六省|长三角|珠三角)/g
const own = /(?:全区|我区|本区|区内|经开区|经济技术开发区|全管委会)/g
/** 高于全市, 占全省的, 居全市第: the place is compared with, not spoken of. */
const comparing =
  /(?:高于|低于|快于|慢于|好于|高出|低出|优于|占|居|位居|位列|列|排|比|较|与|在|为|服务|面向|辐射|覆盖|引领|领跑|跑赢|至|到|从|向|通达|对)$/
const asScope =
  /^(?:主任|书记|干部|党|平均|第|前|排名|各|同类|同期|水平|首|领先|推广|复制|复制推广|最|先进|唯一|重点|试点|城市|开发区|经开|的?比重|的[0-9]|市场|均值|率先|优秀|文明|一流)/

/**
 * The area other than the zone that the claim's words speak of; null for the zone's own. The last area named before the claim in
 * its sentence counts, where it opens a clause or stands before the indicator, until the zone is named again.
 */
export function otherAreaBefore(before: string, indicator: string): string | null {
  const direct = new RegExp(`^(?:${others.source})`).exec(indicator)
  if (direct && !comparing.test(indicator.slice(0, direct.index)))
    return asScope.test(indicator.slice(direct[0].length)) ? null : direct[0]
  let last: { at: number; word: string | null } = { at: -1, word: null }
  for (const found of before.matchAll(others)) {
    const [head, tail] = [before.slice(0, found.index), before.slice(found.index + found[0].length)]
    if (comparing.test(head) || asScope.test(tail)) continue
    if (!opensClause(head) && !(indicator !== '' && tail.startsWith(indicator.slice(0, 2)))) continue
    last = { at: found.index, word: found[0] }
  }
  for (const found of before.matchAll(own)) {
    if (found.index > last.at && !comparing.test(before.slice(0, found.index))) last = { at: found.index, word: null }
  }
  return last.word
}

function opensClause(head: string): boolean {
  return head === '' || /[，。；、：,;:\s]$|(?:年|月|季度|半年|日|以来|期间|末|底|份|其中|同期)$/.test(head)
}
