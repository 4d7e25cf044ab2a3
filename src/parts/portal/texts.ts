import type { RefusalTexts } from '#kernel/refusal.ts'
import { open311Texts } from './open311/texts.ts'
import { reportTexts } from './reports/texts.ts'

/** What the part says when it refuses. Words of public routes name nothing that is inside. */
export const refusals: RefusalTexts = {
  ...reportTexts,
  ...open311Texts,
  'portal/not-open': {
    problem: { zh: '这里没有公开的数据。', en: 'Nothing open is found here.' },
    cure: {
      zh: '请从“公开数据”页选择；尚未公开的数据不在此列。',
      en: 'Choose from the page of open figures; what is not open is not listed there.',
    },
  },
  'portal/bulletin-withdrawn': {
    problem: { zh: '这份通报已撤回：{reason}', en: 'This bulletin was withdrawn: {reason}' },
    cure: { zh: '请看最近一期通报。', en: 'Read the latest bulletin.' },
  },
  'portal/open-file-unreadable': {
    problem: {
      zh: '数据包文件 {file} 第 {line} 行读不了：{problem}',
      en: 'Line {line} of {file} cannot be read: {problem}',
    },
    cure: {
      zh: '请写成 kind,subject,since,release,delay_days,reason；kind 为 indicator 或 template，release 为 ended 或 issued。',
      en: 'Write kind,subject,since,release,delay_days,reason; kind is indicator or template, release is ended or issued.',
    },
  },
  'portal/subject-unknown': {
    problem: { zh: '没有“{subject}”，不能公开。', en: 'There is no "{subject}" to open.' },
    cure: {
      zh: '请从目录里选择指标、通报或模板。',
      en: 'Choose an indicator, a bulletin or a template that there is.',
    },
  },
  'portal/terms-missing': {
    problem: {
      zh: '公开指标“{subject}”没有说从哪一期起、何时公开。',
      en: 'Opening "{subject}" lacks since when and on which terms.',
    },
    cure: { zh: '请填起始日期和公开时点。', en: 'Give the first day and the rule of release.' },
  },
  'portal/sdmx-no-results': {
    problem: { zh: '没有符合查询的公开数据。', en: 'No open data fit the query.' },
    cure: {
      zh: '请核对数据流、键和时期；公开的代码见 /sdmx/structure/codelist。',
      en: 'Check dataflow, key and period; open codes are listed at /sdmx/structure/codelist.',
    },
  },
  'portal/sdmx-syntax': {
    problem: { zh: '参数 {parameter} 读不了：“{value}”。', en: 'The parameter {parameter} cannot be read: "{value}".' },
    cure: {
      zh: '请按 SDMX REST 的写法改正，例子见 /open/data。',
      en: 'Write it as SDMX REST does; examples are at /open/data.',
    },
  },
  'portal/sdmx-not-acceptable': {
    problem: { zh: '不提供“{asked}”这种格式。', en: 'The form "{asked}" is not offered.' },
    cure: {
      zh: '数据可取 application/vnd.sdmx.data+json;version=2.0.0 或 application/vnd.sdmx.data+csv;version=2.0.0，结构可取 application/vnd.sdmx.structure+json;version=2.0.0。',
      en: 'Data come as application/vnd.sdmx.data+json;version=2.0.0 or application/vnd.sdmx.data+csv;version=2.0.0, structures as application/vnd.sdmx.structure+json;version=2.0.0.',
    },
  },
  'portal/sdmx-too-large': {
    problem: {
      zh: '查询得 {found} 个数，一次最多 {most} 个。',
      en: 'The query finds {found} values; at most {most} are sent at once.',
    },
    cure: { zh: '请缩小指标或时期的范围。', en: 'Ask for fewer indicators or a shorter time.' },
  },
  'portal/sdmx-not-implemented': {
    problem: { zh: '本服务没有实现“{asked}”。', en: '"{asked}" is not implemented here.' },
    cure: { zh: '支持的查询见 /open/data。', en: 'What is supported is described at /open/data.' },
  },
}
