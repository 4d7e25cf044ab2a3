import type { RefusalTexts } from '#kernel/refusal.ts'

/** The descriptions of errors; they are shown to those who report. */
export const open311Texts: RefusalTexts = {
  'portal/open311-format': {
    problem: { zh: '没有“{format}”这种格式。', en: 'There is no format "{format}".' },
    cure: { zh: '地址请以 .xml 或 .json 结尾。', en: 'End the address with .xml or .json.' },
  },
  'portal/open311-jurisdiction-unknown': {
    problem: { zh: '没有 jurisdiction_id “{jurisdiction}”。', en: 'There is no jurisdiction_id "{jurisdiction}".' },
    cure: { zh: '本服务只有一个辖区，可不填。', en: 'This service has one jurisdiction; leave it out.' },
  },
  'portal/open311-service-unknown': {
    problem: { zh: '没有 service_code “{code}”。', en: 'There is no service_code "{code}".' },
    cure: { zh: '可用的代码见 services。', en: 'Codes are listed by services.' },
  },
  'portal/open311-request-unknown': {
    problem: { zh: '没有 service_request_id “{id}”。', en: 'There is no service_request_id "{id}".' },
    cure: { zh: '请核对编号。', en: 'Check the id.' },
  },
  'portal/open311-token-unknown': {
    problem: { zh: '没有这个 token。', en: 'There is no such token.' },
    cure: { zh: '请用提交时得到的 token。', en: 'Use the token that the submission answered.' },
  },
  'portal/open311-address-unknown': {
    problem: { zh: '没有 address_id “{id}”。', en: 'There is no address_id "{id}".' },
    cure: {
      zh: '请填 15 位单元网格编码，或改填 lat 和 long。',
      en: 'Give the 15 digits of a grid cell, or lat and long instead.',
    },
  },
  'portal/open311-argument': {
    problem: { zh: '缺少 {name}。', en: '{name} was not provided.' },
    cure: { zh: '请补上后再提交。', en: 'Add it and send again.' },
  },
  'portal/open311-half-place': {
    problem: { zh: 'lat 和 long 只填了一个。', en: 'Only one of lat and long was provided.' },
    cure: { zh: '请两个都填（WGS-84），或都不填。', en: 'Provide both (WGS-84) or neither.' },
  },
  'portal/open311-coordinates': {
    problem: { zh: 'lat “{lat}”、long “{long}”不是经纬度。', en: 'lat "{lat}" and long "{long}" are no coordinates.' },
    cure: { zh: '请填十进制度数（WGS-84）。', en: 'Give decimal degrees (WGS-84).' },
  },
  'portal/open311-date': {
    problem: { zh: '{name} “{value}”不是带时区的时刻。', en: '{name} "{value}" is no moment with a time zone.' },
    cure: { zh: '请写成 2018-06-28T09:00:00+08:00 或以 Z 结尾。', en: 'Write 2018-06-28T09:00:00Z or with +08:00.' },
  },
  'portal/open311-span': {
    problem: { zh: '起止相隔 {days} 天，最多 90 天。', en: 'The dates span {days} days; at most 90 are answered.' },
    cure: { zh: '请缩短区间，或按月成批下载。', en: 'Ask for a shorter span, or take the bulk file of a month.' },
  },
  'portal/open311-number': {
    problem: {
      zh: '{name} “{value}”不是不小于 {least} 的整数。',
      en: '{name} "{value}" is no whole number from {least} on.',
    },
    cure: { zh: '请改正后再查。', en: 'Mend it and ask again.' },
  },
  'portal/open311-status': {
    problem: { zh: '没有 status “{status}”。', en: 'There is no status "{status}".' },
    cure: { zh: '请填 open 或 closed，或两个都填。', en: 'Ask for open, closed or both.' },
  },
  'portal/open311-attribute': {
    problem: { zh: 'attribute[{code}] 没有“{value}”这一项。', en: 'attribute[{code}] has no value "{value}".' },
    cure: { zh: '可选的值见这类事项的定义。', en: 'Its values are listed by the service definition.' },
  },
  'portal/open311-too-long': {
    problem: {
      zh: '{name} 有 {length} 个字符，最多 {most} 个。',
      en: '{name} has {length} characters; at most {most} are taken.',
    },
    cure: { zh: '请写短一些。', en: 'Make it shorter.' },
  },
  'portal/open311-key': {
    problem: { zh: 'api_key 缺失或无效。', en: 'The api_key is missing or does not open this.' },
    cure: {
      zh: '密钥的申领办法见 discovery 的 key_service。',
      en: 'How to get one is told by key_service of discovery.',
    },
  },
  'portal/open311-not-yours': {
    problem: { zh: '这件事项不是用您的密钥提交的。', en: 'This request was not sent by your key.' },
    cure: { zh: '只能更新自己提交的事项。', en: 'Update requests that were sent by your own program.' },
  },
  'portal/open311-update-exists': {
    problem: { zh: 'update_id “{id}”已经提交过（already exists）。', en: 'The update_id "{id}" already exists.' },
    cure: { zh: '不必再提交；新的进展请用新的 update_id。', en: 'It was taken; give a new update a new update_id.' },
  },
  'portal/open311-idempotency': {
    problem: { zh: 'Idempotency-Key 读不了。', en: 'The Idempotency-Key cannot be read.' },
    cure: {
      zh: '请用 8 至 60 个字母、数字、下划线或连字符。',
      en: 'Use 8 to 60 letters, digits, underscores or hyphens.',
    },
  },
  'portal/open311-month': {
    problem: { zh: '没有这个月的成批文件。', en: 'There is no bulk file of this name.' },
    cure: {
      zh: '请写成 2018-06.csv、2018-06.xml 或 2018-06.json。',
      en: 'Ask for 2018-06.csv, 2018-06.xml or 2018-06.json.',
    },
  },
  'portal/open311-file-unreadable': {
    problem: { zh: '数据包文件 {file} 读不了：{problem}', en: '{file} cannot be read: {problem}' },
    cure: {
      zh: '请写 jurisdiction、contact、keyService（各有 zh、en）和 batch（类别代码）。',
      en: 'Write jurisdiction, contact and keyService (each zh and en) and batch (category codes).',
    },
  },
}
