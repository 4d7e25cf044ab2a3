import type { ComponentType } from 'react'
import type { Words } from '#kernel/i18n/words.ts'
import type { IconName } from './shell/icons.tsx'

export type Section = 'overview' | 'people' | 'economy' | 'livelihood' | 'bulletin' | 'administration'

/** One page: an address, the file that draws it, its words, and where the menu shows it. */
export interface PageRow {
  path: string
  /** `<part>/<Name>Page`: the default export of src/parts/<part>/pages/<Name>Page.tsx, or of src/web for `shell/` and `administration/` */
  page: string
  words: Words
  section: Section
  /** permission that opens it; absent: every signed-in person */
  permission?: `${string}/${string}`
  /** with an icon the page stands in the menu; without one it is reached from others */
  icon?: IconName
  /** a second order of the menu on phones: in the bottom bar */
  thumb?: true
  /** no menu and header around it */
  bare?: true
  /** opens without a session */
  open?: true
}

export const sections: Record<Section, Words> = {
  overview: { zh: '总览', en: 'Overview' },
  economy: { zh: '发展与开放', en: 'Economy' },
  livelihood: { zh: '民生', en: 'Livelihood' },
  people: { zh: '队伍', en: 'People' },
  bulletin: { zh: '通报', en: 'Bulletin' },
  administration: { zh: '管理', en: 'Administration' },
}

/** The only list of pages. A row shows from the moment its file exists; keep the order of the menu. */
const rows: readonly PageRow[] = [
  {
    path: '/',
    page: 'indicators/CockpitPage',
    words: { zh: '驾驶舱', en: 'Cockpit' },
    permission: 'indicators/read',
    section: 'overview',
    icon: 'cockpit',
    thumb: true,
  },
  {
    path: '/screen',
    page: 'indicators/BigScreenPage',
    words: { zh: '大屏', en: 'Big screen' },
    permission: 'indicators/read',
    section: 'overview',
    bare: true,
  },
  {
    path: '/targets',
    page: 'indicators/TargetsPage',
    words: { zh: '目标', en: 'Targets' },
    permission: 'indicators/read',
    section: 'overview',
    icon: 'target',
  },
  {
    path: '/figures',
    page: 'indicators/CataloguePage',
    words: { zh: '指标', en: 'Indicators' },
    permission: 'indicators/read',
    section: 'overview',
    icon: 'figure',
    thumb: true,
  },
  {
    path: '/figures/:code',
    page: 'indicators/FigurePage',
    words: { zh: '指标', en: 'Indicator' },
    permission: 'indicators/read',
    section: 'overview',
  },
  {
    path: '/figures/:code/lineage',
    page: 'indicators/LineagePage',
    words: { zh: '数据来历', en: 'Lineage' },
    permission: 'indicators/read',
    section: 'overview',
  },

  {
    path: '/ledgers',
    page: 'ledgers/LedgersPage',
    words: { zh: '台账', en: 'Ledgers' },
    permission: 'ledgers/read',
    section: 'economy',
    icon: 'ledger',
    thumb: true,
  },
  {
    path: '/ledgers/:part/:name',
    page: 'ledgers/LedgerPage',
    words: { zh: '台账', en: 'Ledger' },
    permission: 'ledgers/read',
    section: 'economy',
  },
  {
    path: '/ledgers/:part/:name/import',
    page: 'ledgers/ImportPage',
    words: { zh: '导入', en: 'Import' },
    permission: 'ledgers/import',
    section: 'economy',
  },
  {
    path: '/batches',
    page: 'ledgers/BatchesPage',
    words: { zh: '批次', en: 'Batches' },
    permission: 'ledgers/read',
    section: 'economy',
    icon: 'batch',
  },
  {
    path: '/batches/:id',
    page: 'ledgers/BatchPage',
    words: { zh: '批次', en: 'Batch' },
    permission: 'ledgers/read',
    section: 'economy',
  },
  {
    path: '/forms',
    page: 'economy/FormsPage',
    words: { zh: '报表', en: 'Forms' },
    permission: 'economy/read',
    section: 'economy',
    icon: 'form',
  },
  {
    path: '/forms/board',
    page: 'economy/BoardPage',
    words: { zh: '催报', en: 'Who is late' },
    permission: 'economy/read',
    section: 'economy',
    icon: 'clock',
  },
  {
    path: '/forms/:form/:unit/:period',
    page: 'economy/EntryPage',
    words: { zh: '填报', en: 'Submission' },
    permission: 'economy/read',
    section: 'economy',
  },

  {
    path: '/people',
    page: 'org/PeoplePage',
    words: { zh: '人员', en: 'People' },
    permission: 'org/read',
    section: 'people',
    icon: 'person',
  },
  {
    path: '/units',
    page: 'org/UnitsPage',
    words: { zh: '单位', en: 'Units' },
    permission: 'org/read',
    section: 'people',
    icon: 'unit',
  },

  {
    path: '/bulletins',
    page: 'bulletins/BulletinsPage',
    words: { zh: '通报', en: 'Bulletins' },
    permission: 'bulletins/read',
    section: 'bulletin',
    icon: 'bulletin',
    thumb: true,
  },
  {
    path: '/bulletins/:id',
    page: 'bulletins/BulletinPage',
    words: { zh: '通报', en: 'Bulletin' },
    permission: 'bulletins/read',
    section: 'bulletin',
  },
  {
    path: '/bulletins/compare',
    page: 'bulletins/ComparePage',
    words: { zh: '两期对比', en: 'Two issues compared' },
    permission: 'bulletins/read',
    section: 'bulletin',
  },
  {
    path: '/drafts/:id',
    page: 'bulletins/DraftPage',
    words: { zh: '通报草稿', en: 'Draft bulletin' },
    permission: 'bulletins/read',
    section: 'bulletin',
  },
  {
    path: '/check',
    page: 'bulletins/CheckPage',
    words: { zh: '核对文稿', en: 'Check a draft' },
    permission: 'bulletins/draft',
    section: 'bulletin',
    icon: 'check',
  },
  {
    path: '/checks/:id',
    page: 'bulletins/CheckRecordPage',
    words: { zh: '核对记录', en: 'Record of a check' },
    permission: 'bulletins/read',
    section: 'bulletin',
  },
  {
    path: '/templates',
    page: 'bulletins/TemplatesPage',
    words: { zh: '通报模板', en: 'Templates' },
    permission: 'bulletins/draft',
    section: 'bulletin',
    icon: 'template',
  },
  {
    path: '/templates/:code',
    page: 'bulletins/TemplatePage',
    words: { zh: '通报模板', en: 'Template' },
    permission: 'bulletins/draft',
    section: 'bulletin',
  },
  {
    path: '/publishing',
    page: 'portal/PublishingPage',
    words: { zh: '公开数据', en: 'Open figures' },
    permission: 'portal/publish',
    section: 'bulletin',
    icon: 'open',
  },

  {
    path: '/admin',
    page: 'administration/AccountsPage',
    words: { zh: '账号', en: 'Accounts' },
    section: 'administration',
    icon: 'account',
    permission: 'access/accounts-read',
  },
  {
    path: '/admin/grants',
    page: 'administration/GrantsPage',
    words: { zh: '授权', en: 'Grants' },
    section: 'administration',
    icon: 'grant',
    permission: 'access/grants-read',
  },
  {
    path: '/admin/jobs',
    page: 'administration/JobsPage',
    words: { zh: '后台任务', en: 'Jobs' },
    section: 'administration',
    icon: 'admin',
    permission: 'jobs/read',
  },
  {
    path: '/admin/audit',
    page: 'administration/AuditPage',
    words: { zh: '审计', en: 'Audit' },
    section: 'administration',
    icon: 'audit',
    permission: 'audit/read',
  },
  {
    path: '/account',
    page: 'administration/AccountPage',
    words: { zh: '我的账号', en: 'My account' },
    section: 'administration',
  },

  {
    path: '/open',
    page: 'portal/OpenPage',
    words: { zh: '公开数据', en: 'Open figures' },
    section: 'overview',
    bare: true,
    open: true,
  },
  {
    path: '/open/figures/:code',
    page: 'portal/OpenFigurePage',
    words: { zh: '公开数据', en: 'Open figure' },
    section: 'overview',
    bare: true,
    open: true,
  },
  {
    path: '/open/bulletins/:id',
    page: 'portal/OpenBulletinPage',
    words: { zh: '通报', en: 'Bulletin' },
    section: 'overview',
    bare: true,
    open: true,
  },
  {
    path: '/open/data',
    page: 'portal/OpenDataPage',
    words: { zh: '数据接口', en: 'Data for programs' },
    section: 'overview',
    bare: true,
    open: true,
  },

  {
    path: '/sign-in',
    page: 'shell/SignInPage',
    words: { zh: '登录', en: 'Sign in' },
    section: 'overview',
    bare: true,
    open: true,
  },
]

type Loaded = { default: ComponentType }

const files: Record<string, () => Promise<Loaded>> = {
  ...import.meta.glob<Loaded>('../parts/*/pages/*Page.tsx'),
  ...import.meta.glob<Loaded>(['./shell/*Page.tsx', './administration/*Page.tsx']),
}

function fileOf(row: PageRow): string {
  const [part, name] = row.page.split('/')
  return part === 'shell' || part === 'administration' ? `./${part}/${name}.tsx` : `../parts/${part}/pages/${name}.tsx`
}

export interface Page extends PageRow {
  load(): Promise<Loaded>
}

/** The pages whose files exist, in the order of the menu. */
export const pages: readonly Page[] = rows.flatMap((row) => {
  const load = files[fileOf(row)]
  return load ? [{ ...row, load }] : []
})

/** Files that no row shows: a page that nobody could reach. */
export const unlisted = Object.keys(files).filter((file) => !rows.some((row) => fileOf(row) === file))
