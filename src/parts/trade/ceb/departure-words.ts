import type { RefusalText } from '#kernel/refusal.ts'
import type { DepartureCode } from './departure.ts'
import type { Break } from './message-reader.ts'

/** What each departure says; `{words}` is the field's Chinese name, `{path}` its place. */
export const departureWords: Record<DepartureCode, RefusalText> = {
  'wrong-root': {
    problem: { zh: '根节点写成了 {found}', en: 'The root is called {found}' },
    cure: { zh: '改为 {wanted}', en: 'Call it {wanted}' },
  },
  'unknown-element': {
    problem: { zh: '规范里没有节点 {found}', en: 'The specification knows no element {found} here' },
    cure: {
      zh: '删去，或核对节点名的大小写（此处可用 {wanted}）',
      en: 'Remove it or check its spelling ({wanted} may stand here)',
    },
  },
  'missing-element': {
    problem: { zh: '缺少 {words} {path}', en: '{path} is missing' },
    cure: { zh: '补上，至少 {wanted} 个', en: 'Add it, at least {wanted}' },
  },
  'repeated-element': {
    problem: { zh: '{words} {found} 重复出现', en: '{found} comes more often than it may' },
    cure: {
      zh: '最多 {wanted} 个，删去多余的；单证超过上限时拆成几个报文',
      en: 'At most {wanted}: remove the others, or split the documents over several messages',
    },
  },
  'wrong-order': {
    problem: { zh: '{words} {found} 的位置不对', en: '{found} stands in the wrong place' },
    cure: { zh: '按规范的顺序排列，应在 {wanted} 之前', en: 'Keep to the order of the specification: before {wanted}' },
  },
  'missing-attribute': {
    problem: { zh: '缺少属性 {wanted}', en: 'The attribute {wanted} is missing' },
    cure: { zh: '在根节点上补上 {wanted}', en: 'Add {wanted} to the root' },
  },
  'too-short': {
    problem: { zh: '{words}太短：“{found}”', en: 'Too short: “{found}”' },
    cure: {
      zh: '长度应为 {wanted} 个字符；没有内容的选填节点请整个删去',
      en: 'Its length is {wanted} characters; leave an optional element out when it is empty',
    },
  },
  'too-long': {
    problem: { zh: '{words}太长：“{found}”', en: 'Too long: “{found}”' },
    cure: { zh: '长度应为 {wanted} 个字符', en: 'Its length is {wanted} characters' },
  },
  'no-number': {
    problem: { zh: '{words}不是数字：“{found}”', en: 'Not a number: “{found}”' },
    cure: {
      zh: '写成不带千分位和单位的数字，没有则填 0',
      en: 'Write plain digits without separators or units, 0 where there is none',
    },
  },
  'no-whole-number': {
    problem: { zh: '{words}应为整数：“{found}”', en: 'Not a whole number: “{found}”' },
    cure: { zh: '去掉小数点', en: 'Remove the decimals' },
  },
  'too-many-digits': {
    problem: { zh: '{words}位数太多：“{found}”', en: 'Too many digits: “{found}”' },
    cure: { zh: '整数和小数合计最多 {wanted} 位', en: 'At most {wanted} digits, decimals included' },
  },
  'too-many-decimals': {
    problem: { zh: '{words}小数位数太多：“{found}”', en: 'Too many decimals: “{found}”' },
    cure: { zh: '最多 {wanted} 位小数，按规则舍入一次', en: 'At most {wanted} decimals, rounded once' },
  },
  'wrong-namespace': {
    problem: { zh: '命名空间是 {found}', en: 'The namespace is {found}' },
    cure: { zh: '改为 {wanted}', en: 'Use {wanted}' },
  },
  'text-between': {
    problem: { zh: '节点之间有多余的文字：“{found}”', en: 'There are words between the elements: “{found}”' },
    cure: { zh: '删去这些文字', en: 'Remove them' },
  },
  'not-stated-value': {
    problem: { zh: '{words}填了“{found}”', en: '“{found}” is none of the stated values' },
    cure: { zh: '规范限定为 {wanted}', en: 'The specification allows {wanted}' },
  },
  'no-time': {
    problem: { zh: '{words}不是时间：“{found}”', en: 'Not a time: “{found}”' },
    cure: { zh: '按 {wanted} 填写真实存在的时间', en: 'Write an existing moment as {wanted}' },
  },
  'no-day': {
    problem: { zh: '{words}不是日期：“{found}”', en: 'Not a day: “{found}”' },
    cure: { zh: '按 {wanted} 填写真实存在的日期', en: 'Write an existing day as {wanted}' },
  },
  'no-guid': {
    problem: { zh: '{words}不是规范的序号：“{found}”', en: 'Not a well-formed identifier: “{found}”' },
    cure: {
      zh: '36 位，按 {wanted} 用连字符分段，只含 0—9 和 A—F',
      en: '36 characters in groups of {wanted}, 0–9 and A–F only',
    },
  },
  'guid-lower-case': {
    problem: { zh: '{words}用了小写字母：“{found}”', en: 'The identifier is in small letters: “{found}”' },
    cure: { zh: '改为大写 {wanted}', en: 'Write it in capitals: {wanted}' },
  },
  'unknown-currency': {
    problem: { zh: '{words}不是海关的币制代码：“{found}”', en: '“{found}” is no currency that customs knows' },
    cure: {
      zh: '按海关三位币制代码填写，最接近的是 {wanted}',
      en: 'Write the three digits of customs; the nearest is {wanted}',
    },
  },
  'unknown-country': {
    problem: { zh: '{words}不是海关的国别（地区）代码：“{found}”', en: '“{found}” is no country that customs knows' },
    cure: {
      zh: '按海关三位国别（地区）代码填写，最接近的是 {wanted}',
      en: 'Write the three digits of customs; the nearest is {wanted}',
    },
  },
  'line-sum': {
    problem: {
      zh: '商品总价与数量乘单价不符：填“{found}”',
      en: 'The total is not quantity times price: “{found}”',
    },
    cure: {
      zh: '按数量 × 单价应为 {wanted}，核对三个数中哪个填错',
      en: 'Quantity × price is {wanted}: see which of the three is wrong',
    },
  },
  'line-number-repeated': {
    problem: { zh: '商品序号 {found} 重复', en: 'The line number {found} comes twice' },
    cure: { zh: '每行序号只用一次，此行可用 {wanted}', en: 'Use each number once; this line may be {wanted}' },
  },
  'not-wanted-version': {
    problem: { zh: '{words}是“{found}”', en: 'The version is “{found}”' },
    cure: { zh: '填 {wanted}', en: 'Write {wanted}' },
  },
}

/** Why a message ends unread. */
export const breakWords: Record<Break['code'], RefusalText> = {
  'not-xml': {
    problem: {
      zh: '第 {line} 行第 {column} 列起不是完整的 XML（{found}）',
      en: 'Not well-formed XML from line {line}, column {column} ({found})',
    },
    cure: {
      zh: '请从报关系统重新导出这个报文；此前的单证已读入',
      en: 'Export the message again; the documents before that place were read',
    },
  },
  'unknown-root': {
    problem: { zh: '“{found}”不是跨境电商报文', en: '“{found}” is no cross-border e-commerce message' },
    cure: {
      zh: '应为 CEB311Message、CEB621Message 等；核对文件是否选错',
      en: 'It should be CEB311Message, CEB621Message and the like; see whether it is the right file',
    },
  },
  doctype: {
    problem: { zh: '报文带有 DOCTYPE 声明', en: 'The message carries a DOCTYPE' },
    cure: {
      zh: '海关报文没有这种声明，可能被改动过；请勿使用，联系发送方重发',
      en: 'Customs messages have none; it may have been tampered with: ask the sender for it again',
    },
  },
  cut: {
    problem: { zh: '报文在第 {line} 行中断', en: 'The message is cut off in line {line}' },
    cure: {
      zh: '请重新传输整个文件；中断前的单证已读入',
      en: 'Send the whole file again; the documents before the cut were read',
    },
  },
  empty: {
    problem: { zh: '文件是空的', en: 'The file is empty' },
    cure: { zh: '请重新导出', en: 'Export it again' },
  },
  encoding: {
    problem: {
      zh: '第 {line} 行起有不属于 {found} 编码的字节',
      en: 'Bytes that are no {found} follow line {line}',
    },
    cure: {
      zh: '请按报文声明的编码重新导出；此前的单证已读入',
      en: 'Export it again in the encoding it declares; the documents before were read',
    },
  },
  'nested-archive': {
    problem: { zh: '压缩包里还有压缩包 {found}', en: 'The archive holds another archive, {found}' },
    cure: {
      zh: '把里面的压缩包解开，单独接收；其余报文已读入',
      en: 'Unpack it and receive it by itself; the other messages were read',
    },
  },
  'no-base64': {
    problem: { zh: '传输信封里的内容不是 Base64（{found}）', en: 'The content of the envelope is no Base64 ({found})' },
    cure: { zh: '请传输节点重新下发', en: 'Ask the transport node to deliver it again' },
  },
  'too-deep': {
    problem: { zh: '第 {line} 行的节点层数太多', en: 'The elements in line {line} are nested too deeply' },
    cure: { zh: '报文可能损坏，请重新导出', en: 'The message may be damaged: export it again' },
  },
}
