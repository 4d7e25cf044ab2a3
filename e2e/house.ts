import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'

export { expect } from '@playwright/test'

/** The demonstration accounts of zones/zhengzhou-2018/accounts.csv. */
export type Person =
  | 'leader'
  | 'viewer'
  | 'stat-chief'
  | 'statistician'
  | 'port-clerk'
  | 'ftz-clerk'
  | 'projects'
  | 'project-chief'
  | 'commissioner'
  | 'construction'
  | 'acceptor'
  | 'duty-chief'
  | 'inspector'
  | 'dispatcher'
  | 'command-chief'
  | 'city-clerk'
  | 'city-chief'
  | 'env-clerk'
  | 'office-clerk'
  | 'writer'
  | 'office-chief'
  | 'admin'
  | 'security'
  | 'auditor'

/** Of every demonstration account. */
export const password = 'Jingkai-2018'

type Key = Awaited<ReturnType<BrowserContext['storageState']>>
type Enter = (person: Person | null, options?: BrowserContextOptions) => Promise<Page>

/** `enter(person)`: a browser of their own in which the person is signed in. What it complains of fails the test. */
export const test = base.extend<{ enter: Enter }, { keys: Map<Person, Key> }>({
  keys: [async ({ browserName: _ }, use) => use(new Map()), { scope: 'worker' }],
  enter: async ({ browser, keys }, use) => {
    const complaints: string[] = []
    const contexts: BrowserContext[] = []
    const enter: Enter = async (person, options = {}) => {
      const key = person ? keys.get(person) : undefined
      const context = await browser.newContext({ ...options, ...(key ? { storageState: key } : {}) })
      contexts.push(context)
      const page = await context.newPage()
      heed(page, complaints)
      if (person && !key) {
        await signIn(page, person)
        keys.set(person, await context.storageState())
      }
      return page
    }
    await use(enter)
    for (const context of contexts) await context.close()
    expect(complaints, 'what the browser complained of').toEqual([])
  },
})

/** Through the door as everybody: user name, password, 登录. */
export async function signIn(page: Page, username: string, secret = password): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('口令').fill(secret)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  await settled(page)
}

/** The page has its heading, and nothing on it is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page.locator('.loading, [aria-busy="true"]')).toHaveCount(0)
}

/** Scripts that break, words on the console, answers of 500 and requests that fall through. A refusal (4xx) is an answer. */
function heed(page: Page, complaints: string[]): void {
  const said = (what: string) => complaints.push(`${new URL(page.url()).pathname}: ${what}`)
  page.on('pageerror', (error) => said(error.stack ?? error.message))
  page.on('console', (message) => {
    const refused = message.text().startsWith('Failed to load resource')
    if (['error', 'warning'].includes(message.type()) && !refused) said(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 500) said(`${response.status()} ${response.url()}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    if (reason !== 'net::ERR_ABORTED') said(`${reason} ${request.url()}`)
  })
}
