import type { Browser, BrowserContext } from '@playwright/test'
import sharp from 'sharp'
import { expect, settled, signIn, test } from './house.ts'

const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  geolocation: { longitude: 113.8, latitude: 34.715, accuracy: 12 },
  permissions: ['geolocation'],
}

/** A phone whose line may break: what the browser says of a lost connection is expected, so nobody heeds it. */
async function phoneOf(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ ...phone, ...options })
  await signIn(await context.newPage(), 'inspector')
  return context
}

const photo = async (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#7d6b52' } })
    .jpeg()
    .toBuffer(),
})

test('the inspector checks in a cellar without a network and sends it back; it arrives once the line is there', async ({
  browser,
  enter,
}) => {
  test.setTimeout(120_000)
  const context = await phoneOf(browser)
  const page = context.pages()[0]!
  await page.goto('/matters/field')
  await settled(page)
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
  await page.reload()
  await settled(page)
  await page.getByRole('button', { name: /^核查/ }).last().click()
  const number = new URL(page.url()).searchParams.get('task')!
  await expect(page.getByText('结案条件：')).toBeVisible()
  await expect(page.getByText('已定位，误差约 12 米')).toBeVisible()

  await test.step('without a network the page opens again, takes a photo and words, and keeps them', async () => {
    await context.setOffline(true)
    await page.reload()
    await settled(page)
    await page.getByText('未整改，返工').click()
    await page.getByLabel('拍照').setInputFiles(await photo('corner.jpg'))
    await page.getByLabel('现场情况（必填）').fill('西北角仍有裸土，未覆盖')
    await page.getByRole('button', { name: '保存并发送' }).click()
    await expect(page.getByText('1 件在手机上待发送')).toBeVisible()
    await page.reload()
    await settled(page)
    await expect(page.getByText('1 件在手机上待发送')).toBeVisible()
    await expect(page.getByText('已填，待发送')).toBeVisible()
  })

  await test.step('it goes by itself once the line is there', async () => {
    await context.setOffline(false)
    await expect(page.getByText('待发送')).toHaveCount(0)
    await settled(page)
    await expect(page.locator('.field-tasks')).not.toContainText('已填，待发送')
  })
  await context.close()

  await test.step('the chief sees one check, with its words, its photo and from how far it was sent', async () => {
    const chief = await enter('duty-chief')
    await chief.goto(`/matters/${number}`)
    await settled(chief)
    await expect(chief.getByText('处置中，在')).toBeVisible()
    const steps = chief.locator('.matter-steps > li')
    const checks = steps.filter({ hasText: '西北角仍有裸土，未覆盖' })
    await expect(checks).toHaveCount(1)
    await expect(checks).toContainText('通过：否')
    await expect(checks).toContainText(/在距事项 \d+ 米处提交/)
    await expect(checks.getByRole('img')).toHaveCount(1)
    await expect(chief.locator('.matter-facts')).toContainText('返工 1 次')
  })
})

test('a report whose answer is lost on the way arrives once, and its clock explains itself', async ({
  browser,
  enter,
}) => {
  test.setTimeout(120_000)
  const context = await phoneOf(browser, { serviceWorkers: 'block' })
  const page = context.pages()[0]!
  let lost = 0
  await page.route('**/api/matters', async (route) => {
    if (lost++ > 0) return route.continue()
    // The server has heard; the phone never learns it.
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.goto('/matters/field?patrol=')
  await settled(page)
  await page.getByLabel('类别（必填）').selectOption({ label: '工地扬尘' })
  await page.getByLabel('拍照').setInputFiles(await photo('dust.jpg'))
  await page.getByLabel('情况（必填）').fill('线路断了一次的巡查上报')
  await expect(page.getByText('已定位')).toBeVisible()
  await page.getByRole('button', { name: '保存并发送' }).click()
  await expect(page.getByText('1 件在手机上待发送')).toBeVisible()
  await expect(page.getByText('待发送')).toHaveCount(0, { timeout: 30_000 })
  expect(lost).toBe(2)
  await context.close()

  const chief = await enter('duty-chief')
  await chief.goto('/matters/board')
  await settled(chief)
  await chief.getByPlaceholder('案卷号、标题、地址').fill('线路断了一次')
  await expect(chief.getByRole('table', { name: '事项列表' }).getByRole('row')).toHaveCount(2)
  await chief.getByRole('table', { name: '事项列表' }).getByRole('row').last().click()
  await settled(chief)
  await expect(chief.locator('.matter-facts')).toContainText('巡查上报')
  await chief.getByText('立案', { exact: true }).last().click()
  await expect(chief.getByRole('table', { name: /起算/ }).getByRole('row').last()).toContainText('分')

  await test.step('it is registered and dispatched by keyboard alone', async () => {
    await chief.getByRole('button', { name: '立案', exact: true }).click()
    await chief.getByLabel('立结案标准').click()
    await chief.keyboard.press('ArrowDown')
    await chief.keyboard.press('Enter')
    await chief.locator('.matter-deed-form').getByRole('button', { name: '立案', exact: true }).click()
    await expect(chief.getByText('待派遣，在')).toBeVisible()
    const dispatcher = await enter('dispatcher')
    await dispatcher.goto('/matters/dispatch')
    await settled(dispatcher)
    const sheet = dispatcher.locator('.dispatch-sheet')
    for (let nth = 0; nth < 100; nth++) {
      if (await sheet.getByText('线路断了一次').first().isVisible()) break
      await dispatcher.keyboard.press('j')
      await settled(dispatcher)
    }
    await expect(sheet.locator('[data-chosen]')).toContainText('标准责任单位')
    await dispatcher.keyboard.press('Enter')
    await expect(dispatcher.locator('.dispatch-lines')).not.toContainText('线路断了一次')
  })
})
