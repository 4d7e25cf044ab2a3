import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, type Person, settled, test } from './house.ts'
import { untranslated } from './untranslated.ts'

/** Each page of src/web/page-rows.ts: who opens it, and with what in the place of its parameters. */
const visits: Record<string, { person: Person | null; address?: string | ((enter: Enter) => Promise<string>) }> = {
  '/': { person: 'leader' },
  '/screen': { person: 'leader' },
  '/targets': { person: 'leader' },
  '/figures': { person: 'leader' },
  '/figures/:code': { person: 'leader', address: '/figures/auto.output' },
  '/figures/:code/lineage': { person: 'leader', address: '/figures/trains.value/lineage?period=2018-Q1' },
  '/ledgers': { person: 'leader' },
  '/ledgers/:part/:name': { person: 'leader', address: '/ledgers/trade/parcel-manifests' },
  '/ledgers/:part/:name/import': { person: 'port-clerk', address: '/ledgers/trade/trains/import' },
  '/batches': { person: 'leader' },
  '/batches/:id': { person: 'leader', address: '/batches/2' },
  '/forms': { person: 'stat-chief' },
  '/forms/board': { person: 'stat-chief' },
  '/forms/:form/:unit/:period': { person: 'statistician', address: '/forms/headline/STAT/2018-09' },
  '/opening/trains/list': { person: 'port-clerk' },
  '/opening/parcels': { person: 'port-clerk' },
  '/opening/free-trade': { person: 'ftz-clerk' },
  '/opening/free-trade/:code': { person: 'leader', address: '/opening/free-trade/91410171DEM212041K' },
  '/opening/ports': { person: 'leader' },
  '/opening/trains': { person: 'leader' },
  '/opening/trains/corridors': { person: 'leader' },
  '/opening/trains/balance': { person: 'leader' },
  '/opening/trains/history': { person: 'leader' },
  '/opening/trains/:number/:day': { person: 'leader', address: '/opening/trains/X8205/2018-06-28' },
  '/people': { person: 'leader' },
  '/units': { person: 'leader' },
  '/bulletins': { person: 'leader' },
  '/bulletins/compare': { person: 'leader' },
  '/bulletins/:id': { person: 'leader', address: '/bulletins/1' },
  '/drafts/:id': { person: 'writer', address: '/drafts/1' },
  '/templates': { person: 'office-chief' },
  '/templates/:code': { person: 'office-chief', address: '/templates/half-year' },
  '/check': { person: 'writer' },
  '/checks/:id': { person: 'writer', address: '/checks/1' },
  '/publishing': { person: 'leader' },
  '/open': { person: null },
  '/open/figures/:code': { person: null, address: '/open/figures/industry.value-added' },
  '/open/bulletins/:id': { person: null, address: '/open/bulletins/1' },
  '/open/data': { person: null },
  '/opening/customs': { person: 'port-clerk' },
  '/opening/customs/orders/:flow/:platform/:order': {
    person: 'port-clerk',
    address: '/opening/customs/orders/import/41019DEM03/SL18062100274',
  },
  '/opening/customs/messages': { person: 'port-clerk' },
  '/opening/customs/messages/:id': { person: 'port-clerk', address: '/opening/customs/messages/4' },
  '/matters': { person: 'acceptor' },
  '/matters/dispatch': { person: 'dispatcher' },
  '/matters/board': { person: 'leader' },
  '/matters/map': { person: 'leader' },
  '/matters/field': { person: 'inspector' },
  '/projects': { person: 'leader' },
  '/projects/pipeline': { person: 'leader' },
  '/projects/rules': { person: 'leader' },
  '/projects/:code': { person: 'project-chief', address: '/projects/DL-07' },
  '/projects/:code/sheet': { person: 'leader', address: '/projects/DL-07/sheet' },
  '/projects/problems': { person: 'project-chief' },
  '/projects/problems/:number': { person: 'construction', address: '/projects/problems/WT-2018-0018' },
  '/projects/commissioners': { person: 'project-chief' },
  '/projects/mine': { person: 'commissioner' },
  '/projects/:code/update': { person: 'commissioner', address: '/projects/DT-02/update' },
  '/confirm/:token': { person: null, address: aConfirmation },
  '/matters/inspections': { person: 'duty-chief' },
  '/matters/inspections/:batch': { person: 'duty-chief', address: '/matters/inspections/CENTRAL-2018-05' },
  '/matters/evaluation': { person: 'duty-chief' },
  '/matters/standards': { person: 'leader' },
  '/matters/calendar': { person: 'leader' },
  '/matters/new': { person: 'acceptor' },
  '/matters/:number': { person: 'leader', address: '/matters/E0308201806190012' },
  '/report': { person: null },
  '/report/:code': { person: null, address: aReport },
  '/open/inspections': { person: null },
  '/admin': { person: 'admin' },
  '/admin/grants': { person: 'security' },
  '/admin/jobs': { person: 'admin' },
  '/admin/audit': { person: 'auditor' },
  '/account': { person: 'viewer' },
  '/sign-in': { person: null },
}

// Four drawings of each page: what went wrong stands in the message, a trace of all would double the time.
test.use({ trace: 'off' })

test('every page that there is gets a visit', () => {
  const source = ['page-rows.ts', 'page-rows-opening.ts', 'page-rows-projects.ts', 'page-rows-matters.ts']
    .map((file) => readFileSync(new URL(`../src/web/${file}`, import.meta.url), 'utf8'))
    .join('')
  const paths = [...source.matchAll(/path: '([^']+)',/g)].map(([, path]) => path)
  expect(paths.length).toBeGreaterThan(20)
  expect(Object.keys(visits).sort()).toEqual(paths.sort())
})

for (const [path, { person, address: where = path }] of Object.entries(visits)) {
  test(`${path} is whole on a desk and on a phone, by day and night, in both languages`, async ({ enter }) => {
    const address = typeof where === 'string' ? where : await where(enter)
    const refusals: string[] = []
    const visit = async (size: { width: number; height: number }) => {
      const page = await enter(person, { viewport: size, colorScheme: 'light' })
      page.on('response', (answer) => answer.status() >= 400 && refusals.push(`${answer.status()} ${answer.url()}`))
      return page
    }

    await test.step('desk', async () => {
      const desk = await visit({ width: 1440, height: 900 })
      await open(desk, address, 'zh')
      await expectFits(desk)
      expect(await untranslated(desk, 'zh'), 'English on a Chinese page').toEqual([])
      await expectAccessible(desk)
      await open(desk, address, 'en')
      await expectFits(desk)
      expect(await untranslated(desk, 'en'), 'Chinese on an English page').toEqual([])
    })
    await test.step('phone', async () => {
      const phone = await visit({ width: 390, height: 844 })
      await open(phone, address, 'zh')
      await expectFits(phone)
      await phone.emulateMedia({ colorScheme: 'dark' })
      await open(phone, address, 'en')
      await expectFits(phone)
      await expectAccessible(phone)
    })
    expect(refusals, 'requests that were refused').toEqual([])
  })
}

type Enter = (person: Person | null) => Promise<Page>

/** The page of a report is known to its reporter alone: one is sent first. */
async function aReport(enter: Enter): Promise<string> {
  const report = {
    ...{ key: crypto.randomUUID(), category: 'E0101', description: 'Rubbish at the north gate', address: 'North gate' },
    ...{ photos: [], place: { longitude: 113.8, latitude: 34.715 } },
  }
  const reply = await (await enter(null)).request.post('/api/open/reports', { data: report })
  return `/report/${((await reply.json()) as { code: string }).code}`
}

/** The link of an enterprise is shown once, to whoever makes it. */
async function aConfirmation(enter: Enter): Promise<string> {
  const { request } = await enter('projects')
  const problem = await request.get('/api/projects/problems/WT-2018-0011')
  const { version: seen } = (await problem.json()) as { version: number }
  const made = await request.post('/api/projects/problems/WT-2018-0011/link', { data: { seen } })
  return `/confirm/${((await made.json()) as { token: string }).token}`
}

async function open(page: Page, address: string, language: 'zh' | 'en'): Promise<void> {
  const url = new URL(address, 'http://here')
  url.searchParams.set('lang', language)
  await page.goto(url.pathname + url.search)
  await settled(page)
}

/** Nothing stands over the right edge. */
async function expectFits(page: Page): Promise<void> {
  const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  expect(over, `pixels over the edge at ${page.viewportSize()?.width}`).toBeLessThanOrEqual(0)
}

/** axe finds nothing serious or critical. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = grave.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 200))}`)
  expect(told).toEqual([])
}
