import type { RefusalTexts } from '#kernel/refusal.ts'

export const customsRefusals: RefusalTexts = {
  'trade/message-file-unknown': {
    problem: { zh: '没有编号为 {id} 的报文文件', en: 'There is no file of messages numbered {id}' },
    cure: {
      zh: '从报文列表里打开；它也可能不归您的单位',
      en: 'Open it from the list; it may belong to a unit that is not yours',
    },
  },
  'trade/order-unknown': {
    problem: {
      zh: '没有单证提到平台 {platform} 的订单 {order}',
      en: 'No document speaks of order {order} of platform {platform}',
    },
    cure: {
      zh: '核对订单编号和平台代码；单证可能还没有接收',
      en: 'Check both; its documents may not have been received yet',
    },
  },
}
