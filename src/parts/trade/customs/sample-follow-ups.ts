/** Messages that follow the documents of sample-messages.ts, for tests. */
const guid = '4CDE1CFD-EDED-46B1-946C-B8022E42FC94'

type Fields = Record<string, string>

const written = (fields: Fields) =>
  Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')

const envelope = `<BaseTransfer>${written({ copCode: '4101980001', copName: '示范传输企业', dxpMode: 'DXP', dxpId: 'DXPENT0000000001' })}</BaseTransfer>`

const message = (number: string, element: string, inside: string, behind = '') =>
  `<CEB${number}Message xmlns="http://www.chinaport.gov.cn/ceb" guid="${guid}" version="1.0"><${element}>${inside}</${element}>${behind}</CEB${number}Message>`

const preNo = 'B20180628000000001'

/** 622: what customs says of a list. */
export const listReceipt = (no: string, status: string, said: Fields = {}) =>
  message(
    '622',
    'InventoryReturn',
    written({
      ...{ guid, ebcCode: '4101960002', copNo: `C-${no}`, preNo, returnStatus: status },
      ...{ returnTime: '20180628120000000', returnInfo: '示范回执', ...said },
    }),
  )

/** 312, 412, 512: what customs says of an order, a payment, a waybill. */
export const orderReceipt = (no: string, status: string, said: Fields = {}) =>
  message(
    '312',
    'OrderReturn',
    written({ guid, ebpCode: '4101960001', ebcCode: '4101960002', orderNo: no, ...told(status), ...said }),
  )
export const paymentReceipt = (no: string, status: string) =>
  message(
    '412',
    'PaymentReturn',
    written({ guid, payCode: '4101960003', payTransactionId: `T-${no}`, ...told(status) }),
  )
export const waybillReceipt = (no: string, status: string) =>
  message(
    '512',
    'LogisticsReturn',
    written({ guid, logisticsCode: '4101960004', logisticsNo: `W-${no}`, ...told(status) }),
  )

/** 624, 626: what customs says of an application to cancel or to return. */
export const applicationReceipt = (number: '624' | '626', no: string, status: string, said: Fields = {}) =>
  message(
    number,
    number === '624' ? 'InvtCancelReturn' : 'InvtRefundReturn',
    written({ guid, copNo: `A-${no}`, preNo, invtNo: `46042018I${no.padStart(9, '0')}`, ...told(status), ...said }),
  )

/** 625: goods of a list that go back, by number and code. */
export const returnMessage = (no: string, lines: readonly (readonly [string, string])[]) =>
  message(
    '625',
    'InvtRefund',
    `<InvtRefundHead>${written({ guid, appType: '1', appTime: '20180629101500', appStatus: '2', customsCode: '4604', ...joined(no), ...asked(no) })}</InvtRefundHead>${lines
      .map(
        ([gnum, gcode]) =>
          `<InvtRefundList>${written({ gnum, gcode, gname: '奶粉', qty: '1', unit: '011' })}</InvtRefundList>`,
      )
      .join('')}`,
    envelope,
  )

/** 513: signed for. */
export const signedMessage = (no: string) =>
  message(
    '513',
    'LogisticsStatus',
    written({
      ...{
        guid,
        appType: '1',
        appTime: '20180629101500',
        appStatus: '2',
        logisticsCode: '4101960004',
        logisticsName: '示范物流',
      },
      ...{ logisticsNo: `W-${no}`, logisticsStatus: 'S', logisticsTime: '20180630090000' },
    }),
    envelope,
  )

/** 816: the tax of a list. */
export const taxBill = (
  no: string,
  taxes: { customsTax: string; valueAddedTax: string; consumptionTax: string },
  value = '210',
) =>
  message(
    '816',
    'Tax',
    `<TaxHeadRd>${written({ guid, returnTime: '20180630120000000', invtNo: `46042018I${no.padStart(9, '0')}`, taxNo: 'T0001', ...taxes, status: '1' })}</TaxHeadRd>
     <TaxListRd>${written({ gnum: '1', gcode: '1901101000', taxPrice: value, ...taxes })}</TaxListRd>`,
  )

/** 900: a message that customs could not read. */
export const formatError = (of: string) =>
  message(
    '900',
    'MessageReturn',
    written({ guid, returnStatus: '-1', returnInfo: '报文格式错误', returnTime: '20180628101500000', oriCopMsgId: of }),
  )

const told = (status: string): Fields => ({
  returnStatus: status,
  returnTime: '20180628120000000',
  returnInfo: '示范回执',
})

const joined = (no: string): Fields => ({
  ...{ orderNo: no, ebpCode: '4101960001', ebpName: '中原示范平台有限公司', ebcCode: '4101960002' },
  ...{
    ebcName: '中原示范电商有限公司',
    logisticsNo: `W-${no}`,
    logisticsCode: '4101960004',
    logisticsName: '示范物流',
  },
})

const asked = (no: string): Fields => ({
  ...{
    copNo: `A-${no}`,
    invtNo: `46042018I${no.padStart(9, '0')}`,
    buyerIdType: '1',
    buyerIdNumber: '41010119900101001X',
  },
  ...{
    buyerName: '示范甲',
    buyerTelephone: '13800000000',
    agentCode: '4101960005',
    agentName: '示范报关',
    reason: '不想要了，电话13800000000',
  },
})
