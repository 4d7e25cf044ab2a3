import type { Words } from '../locale.tsx'

/** What an audit entry is about: the kind in words, which one, the unit in it, and the page that shows it. */
export interface Subject {
  words: Words
  which: string
  /** unit code, to be said by name in front of `which` */
  unit?: string
  to?: { path: string; permission: `${string}/${string}` }
}

type Kind = (which: string) => Omit<Subject, 'words'>

/** Reads `submission:headline/STAT/2018-06` and the like; null for a subject that no kind here names. */
export function subjectOf(subject: string): Subject | null {
  const [kind = '', ...rest] = subject.split(':')
  const known = kinds[kind]
  return known ? { words: known.words, ...known.read(rest.join(':')) } : null
}

const at =
  (permission: `${string}/${string}`, path: (which: string) => string): Kind =>
  (which) => ({ which, to: { path: path(encodeURIComponent(which)), permission } })
const nowhere: Kind = (which) => ({ which })

const kinds: Record<string, { words: Words; read: Kind }> = {
  project: { words: { zh: '项目', en: 'project' }, read: at('projects/read', (code) => `/projects/${code}`) },
  'project-problem': {
    words: { zh: '项目问题', en: 'problem of a project' },
    read: at('projects/read', (number) => `/projects/problems/${number}`),
  },
  projects: { words: { zh: '项目记录', en: 'records of projects' }, read: at('projects/read', () => '/projects') },
  'inspection-batch': {
    words: { zh: '督察批次', en: 'inspection batch' },
    read: at('matters/read', (code) => `/matters/inspections/${code}`),
  },
  'inspection-issue': {
    words: { zh: '督察问题', en: 'inspection issue' },
    read: at('matters/read', () => '/matters/inspections'),
  },
  'supervision-order': {
    words: { zh: '督办函', en: 'supervision order' },
    read: at('matters/read', () => '/matters/inspections'),
  },
  matters: { words: { zh: '历史事项', en: 'past matters' }, read: at('matters/read', () => '/matters/board') },
  matter: { words: { zh: '案卷', en: 'matter' }, read: at('matters/read', (number) => `/matters/${number}`) },
  standards: {
    words: { zh: '立结案标准', en: 'standards of matters' },
    read: at('matters/read', () => '/matters/standards'),
  },
  'time-rules': {
    words: { zh: '工作时段和日历', en: 'working hours and days' },
    read: at('matters/read', () => '/matters/calendar'),
  },
  desks: { words: { zh: '两个中心', en: 'the two centres' }, read: () => ({ which: '' }) },
  alias: { words: { zh: '表述的对应', en: 'words of an indicator' }, read: nowhere },
  account: { words: { zh: '账号', en: 'account' }, read: at('access/accounts-read', (name) => `/admin?q=${name}`) },
  audit: { words: { zh: '审计链', en: 'audit chain' }, read: () => ({ which: '' }) },
  batch: { words: { zh: '批次', en: 'batch' }, read: at('ledgers/read', (id) => `/batches/${id}`) },
  bulletin: { words: { zh: '通报', en: 'bulletin' }, read: at('bulletins/read', (id) => `/bulletins/${id}`) },
  'customs-file': {
    words: { zh: '海关报文', en: 'customs messages' },
    read: at('trade/read', (id) => `/opening/customs/messages/${id}`),
  },
  'customs-platform': { words: { zh: '电商平台', en: 'platform' }, read: at('trade/read', () => '/opening/customs') },
  check: { words: { zh: '核对记录', en: 'record of a check' }, read: at('bulletins/read', (id) => `/checks/${id}`) },
  day: { words: { zh: '日期', en: 'day' }, read: nowhere },
  draft: { words: { zh: '通报草稿', en: 'draft' }, read: at('bulletins/read', (id) => `/drafts/${id}`) },
  photo: { words: { zh: '照片', en: 'photo' }, read: nowhere },
  form: { words: { zh: '报表', en: 'form' }, read: at('economy/read', () => '/forms') },
  indicator: { words: { zh: '指标', en: 'indicator' }, read: at('indicators/read', (code) => `/figures/${code}`) },
  indicators: { words: { zh: '指标目录', en: 'indicators' }, read: at('indicators/read', () => '/figures') },
  job: { words: { zh: '任务', en: 'job' }, read: at('jobs/read', () => '/admin/jobs') },
  peers: { words: { zh: '同类地区数据', en: 'figures of peers' }, read: nowhere },
  people: { words: { zh: '人员名册', en: 'list of people' }, read: at('org/read', () => '/people') },
  person: { words: { zh: '人员', en: 'person' }, read: at('org/read', (code) => `/people?q=${code}`) },
  submission: { words: { zh: '报表', en: 'submission' }, read: submission },
  target: { words: { zh: '目标', en: 'target' }, read: target },
  template: { words: { zh: '通报模板', en: 'template' }, read: nowhere },
  'train-places': {
    words: { zh: '班列地点和线路', en: 'places and routes of the trains' },
    read: at('trade/read', () => '/opening/trains/corridors'),
  },
  'train-history': {
    words: { zh: '班列公布数据', en: 'published figures of the trains' },
    read: at('trade/read', () => '/opening/trains/history'),
  },
  unit: {
    words: { zh: '单位', en: 'unit' },
    read: (code) => ({ which: '', unit: code, to: { path: `/units?unit=${code}`, permission: 'org/read' } }),
  },
  zone: { words: { zh: '开发区', en: 'zone' }, read: nowhere },
}

function submission(which: string): Omit<Subject, 'words'> {
  const [form = '', unit = '', ...period] = which.split('/')
  const path = `/forms/${form}/${unit}/${encodeURIComponent(period.join('/'))}`
  return { which: `${form} ${period.join('/')}`, unit, to: { path, permission: 'economy/read' } }
}

function target(which: string): Omit<Subject, 'words'> {
  const [code = ''] = which.split(' ')
  return { which, to: { path: `/figures/${encodeURIComponent(code)}`, permission: 'indicators/read' } }
}
