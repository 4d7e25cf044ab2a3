import type { Page } from '@playwright/test'
import { correctTrain, fillSubmission, handIn, importTrains, reopenSubmission, tryTrains } from './deeds.ts'

export type Locale = 'zh' | 'en'
export type Person =
  | 'leader'
  | 'writer'
  | 'stat-chief'
  | 'statistician'
  | 'port-clerk'
  | 'ftz-clerk'
  | 'admin'
  | 'security'
  | 'auditor'
export type Say = (words: { zh: string; en: string }) => string

/** One picture, in both languages; or a deed between pictures. */
export interface Shot {
  name: string
  person: Person | null
  /** what is done first, once, on a page of the person's own in Chinese */
  deed?: (page: Page, address: string) => Promise<void>
  /** the page to show; without it nothing is taken */
  at?: string
  /** opened or chosen on that page, in either language */
  prepare?: (page: Page, say: Say) => Promise<void>
  phone?: true
  /** only this part of the page */
  part?: string
  /** of the window, 900 unless told */
  height?: number
}

const press = (zh: string, en: string) => (page: Page, say: Say) =>
  page
    .getByRole('button', { name: say({ zh, en }), exact: true })
    .first()
    .click()

async function checkSample(page: Page, say: Say): Promise<void> {
  await press('用示例文稿试一试', 'Try it with a sample')(page, say)
  await page.locator('a.mark[data-verdict="contradicted"]').first().click()
  await page.evaluate('scrollTo(0, 0)')
}

/** In order: first what only looks, then what changes records, each beside its picture. */
export const shots: readonly Shot[] = [
  { name: 'sign-in', person: null, at: '/sign-in' },
  { name: 'cockpit', person: 'leader', at: '/', height: 1020 },
  { name: 'cockpit-phone', person: 'leader', at: '/', phone: true },
  { name: 'targets', person: 'leader', at: '/targets' },
  { name: 'figures', person: 'leader', at: '/figures' },
  { name: 'figure', person: 'leader', at: '/figures/auto.output?period=2018-H1', height: 1080 },
  { name: 'lineage', person: 'leader', at: '/figures/trains.count.return.share/lineage?period=2018-H1' },
  { name: 'bulletin', person: 'leader', at: '/bulletins/1' },
  { name: 'check', person: 'writer', at: '/check', prepare: checkSample, height: 1000 },
  { name: 'ledgers', person: 'port-clerk', at: '/ledgers', height: 620 },
  { name: 'ledger', person: 'port-clerk', at: '/ledgers/trade/trains' },
  { name: 'import-tried', person: 'port-clerk', at: '/ledgers/trade/trains/import', prepare: tryTrains, height: 1400 },
  {
    name: 'batch',
    person: 'port-clerk',
    deed: importTrains,
    at: '/batches?f.origin=file',
    prepare: openFirst,
    height: 1100,
  },
  { name: 'row', person: 'port-clerk', deed: correctTrain, at: '/ledgers/trade/trains?q=X8210', prepare: openFirst },
  { name: 'reopened', person: 'stat-chief', deed: reopenSubmission },
  { name: 'entry', person: 'statistician', deed: fillSubmission, at: '/forms/headline/STAT/2018-06' },
  { name: 'forms', person: 'statistician', at: '/forms', height: 700 },
  { name: 'handed-in', person: 'statistician', deed: handIn },
  { name: 'review', person: 'stat-chief', at: '/forms/headline/STAT/2018-06' },
  { name: 'board', person: 'stat-chief', at: '/forms/board', height: 760 },
  { name: 'bulletin-changed', person: 'leader', at: '/bulletins/1' },
  { name: 'accounts', person: 'admin', at: '/admin' },
  { name: 'units', person: 'admin', at: '/units?unit=PORT' },
  { name: 'people', person: 'admin', at: '/people', height: 760 },
  { name: 'people-import', person: 'admin', at: '/people', prepare: press('导入名册', 'Import a list'), height: 760 },
  { name: 'jobs', person: 'admin', at: '/admin/jobs' },
  { name: 'grants', person: 'security', at: '/admin/grants', height: 700 },
  { name: 'audit', person: 'auditor', at: '/admin/audit', prepare: press('核验审计链', 'Verify the chain') },
  { name: 'account', person: 'port-clerk', at: '/account' },
]

async function openFirst(page: Page): Promise<void> {
  await page.locator('tr[data-href] td').first().click()
}
