import type { RefusalTexts } from '#kernel/refusal.ts'
import { customsRefusals } from './customs/texts.ts'
import { freeTradeRefusals } from './free-trade/texts.ts'
import { doorRefusals } from './parcels/door/door-texts.ts'
import { historyRefusals } from './trains/history-texts.ts'
import { trainListTexts } from './trains/list-texts.ts'
import { trainRefusals } from './trains/train-texts.ts'

export const refusals: RefusalTexts = {
  ...customsRefusals,
  ...doorRefusals,
  ...freeTradeRefusals,
  ...historyRefusals,
  ...trainRefusals,
  ...trainListTexts,
  'trade/message-missing': {
    problem: { zh: '找不到文件 {file}', en: 'There is no file {file}' },
    cure: { zh: '核对文件名和所在文件夹', en: 'Check its name and folder' },
  },
  'trade/archive-cut': {
    problem: { zh: '压缩包 {file} 不完整', en: 'The archive {file} is not whole' },
    cure: { zh: '请重新打包或重新传输', en: 'Pack it or send it again' },
  },
  'trade/archive-bomb': {
    problem: { zh: '压缩包 {file} 里的 {entry} 展开后过大', en: '{entry} in {file} would unpack to far too much' },
    cure: { zh: '报文单个不超过 200 MB；请分成几个压缩包', en: 'One message is at most 200 MB; use several archives' },
  },
  'trade/no-message': {
    problem: {
      zh: '{file} 里没有可读的报文（{why} {found}）',
      en: '{file} holds no message that can be read ({why} {found})',
    },
    cure: { zh: '请选 CEB 报文的 XML 文件，或装有它们的 zip', en: 'Choose CEB messages in XML, or a zip of them' },
  },
  'trade/receive-stopped': {
    problem: { zh: '接收已停止', en: 'The receipt was stopped' },
    cure: { zh: '没有任何改动；可以重新开始', en: 'Nothing was changed; you may begin again' },
  },
  'trade/edition-unknown': {
    problem: { zh: '没有 {edition} 版报文规范', en: 'There is no edition {edition} of the specification' },
    cure: { zh: '可用 {known}，或不填由程序判断', en: 'Use {known}, or leave it out and let the program tell' },
  },
}
