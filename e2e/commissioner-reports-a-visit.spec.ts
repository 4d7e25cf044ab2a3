import type { Route } from '@playwright/test'
import { expect, settled, test } from './house.ts'

const phone = { viewport: { width: 390, height: 844 } }
const project = '上汽郑州基地二期整车项目'

test('the commissioner logs a visit on the phone, reports the month and raises what was heard', async ({ enter }) => {
  test.setTimeout(120_000)
  const page = await enter('commissioner', phone)
  const own = page.locator('section').filter({ has: page.getByRole('heading', { name: project }) })

  await test.step('the page says where nobody has been for too long', async () => {
    await page.goto('/projects/mine')
    await settled(page)
    await expect(page.getByText('1 个超过 14 天没有走访')).toBeVisible()
    await expect(own.getByText('天没有走访')).toBeVisible()
  })

  await test.step('a visit with a photo is logged once, although the line breaks', async () => {
    await own.getByRole('button', { name: '登记走访' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('见了谁').fill('项目经理')
    await sheet.getByLabel('看到、听到的情况').fill('主体结构三层封顶，塔吊间距要复核')
    await sheet.locator('input[type="file"]').setInputFiles('docs/guide/pictures/account.png')
    await expect(sheet.getByRole('img').first()).toBeVisible()
    // Reached the server, and its answer was lost on the way.
    const lost = async (route: Route) => {
      await route.fetch()
      await route.abort('aborted')
    }
    await page.route('**/visits', lost, { times: 1 })
    await sheet.locator('button[type="submit"]').click()
    await expect(sheet.getByRole('alert')).toBeVisible()
    await sheet.locator('button[type="submit"]').click()
    await expect(page.getByText('走访已登记')).toBeVisible()
    await settled(page)
    await expect(own.getByText('今天走访')).toBeVisible()
    const { visits } = await (await page.request.get('/api/projects/DT-02/visits')).json()
    const logged = (visits as { words: string; photos: string[] }[]).filter(({ words }) => words.includes('三层封顶'))
    expect(logged).toHaveLength(1)
    expect(logged[0]!.photos).toHaveLength(1)
  })

  await test.step('the month is reported with what was told last standing there', async () => {
    await own.getByRole('link', { name: /月报|填报/ }).click()
    await settled(page)
    const percent = page.getByLabel('形象进度，%')
    await expect(percent).not.toHaveValue('')
    await percent.fill('15.5')
    await page.getByLabel('本月进展（一句话）').fill('主体结构三层封顶')
    await page.getByRole('button', { name: '报送' }).click()
    await expect(page.getByText('已报送 2018年6月')).toBeVisible()
    await expect(page.getByText('已填报 15.5%')).toBeVisible()
  })

  await test.step('progress of 140% is refused in words, and what was written stays', async () => {
    await page.getByLabel('形象进度，%').fill('140')
    await page.getByRole('button', { name: '报送' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.getByLabel('形象进度，%')).toHaveValue('140')
  })

  await test.step('a problem goes into the list', async () => {
    await page.goto('/projects/mine')
    await settled(page)
    await own.getByRole('button', { name: '提出问题' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('问题（一句话）').fill('三号地块还有两户没有搬迁')
    await sheet.getByLabel('类别').selectOption('permits')
    await sheet.locator('button[type="submit"]').click()
    await expect(page.getByText(/已登记 WT-2018-\d{4}/)).toBeVisible()
    await settled(page)
    await expect(own.getByRole('link', { name: '三号地块还有两户没有搬迁' })).toBeVisible()
  })
})
