import { expect, settled, test } from './house.ts'

test('the leader sees which projects are late, narrows them, and keeps the view in the address', async ({ enter }) => {
  const page = await enter('leader')
  await page.goto('/projects')
  await settled(page)
  await expect(page.getByText(/^\d+ 个项目中，绿灯 \d+ 个、黄灯 \d+ 个、红灯 \d+ 个/)).toBeVisible()
  const apart = page.getByRole('heading', { name: '计算与研判不一致' })
  const all = page.getByRole('heading', { name: '全部项目' })
  expect((await apart.boundingBox())!.y).toBeLessThan((await all.boundingBox())!.y)

  await page.getByLabel('灯', { exact: true }).selectOption('red')
  await expect(page).toHaveURL(/f\.light=red/)
  await settled(page)
  const table = page.getByRole('table', { name: '重大项目' })
  await expect(table).not.toContainText('绿灯')
  const late = (await table.getByRole('row').nth(1).locator('b').textContent()) ?? ''

  await page.getByRole('link', { name: '横道图' }).click()
  await expect(page).toHaveURL(/view=gantt/)
  await expect(page.getByRole('region', { name: '计划与实际' }).getByRole('listitem').first()).toBeVisible()
  await expect(page.getByRole('region', { name: '计划与实际' })).toContainText(late)
  await page.getByRole('link', { name: '看板' }).click()
  await expect(page.getByRole('region', { name: '按阶段' })).toContainText(late)
  await page.reload()
  await settled(page)
  await expect(page.getByRole('region', { name: '按阶段' })).toContainText(late)
  await page.getByRole('link', { name: '灯图' }).click()
  await settled(page)
  await expect(page.getByText('以文字列出图上的')).toBeVisible()
})

test('the leader opens a late project and takes its dispatch sheet', async ({ enter }) => {
  const page = await enter('leader')
  await page.goto('/projects/DL-07')
  await settled(page)
  const rule = page.getByRole('region', { name: '计算的灯' })
  await expect(rule).toContainText('转绿：')
  await expect(page.getByRole('table', { name: '节点与偏差' })).toContainText(/晚 \d+ 天/)
  const months = page.getByRole('slider', { name: '形象进度：月份' })
  await months.focus()
  const now = await months.getAttribute('aria-valuetext')
  await page.keyboard.press('ArrowLeft')
  expect(await months.getAttribute('aria-valuetext')).not.toBe(now)

  await page.getByRole('button', { name: '调度单' }).click()
  await expect(page).toHaveURL(/\/projects\/DL-07\/sheet/)
  await settled(page)
  await expect(page.getByRole('region', { name: /^重大项目调度单/ })).toContainText('本次调度要求')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 Word' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('重大项目调度单-DL-07.docx')
})

test('the head of the projects judges one in their own name, and it stands on its page', async ({ enter }) => {
  const page = await enter('project-chief')
  await page.goto('/projects/SC-03')
  await settled(page)
  await page.getByRole('button', { name: '研判' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('radio', { name: /^研判黄|研判黄/ }).check()
  await sheet.getByLabel('理由').fill('校门外道路尚未接通，暑期内能否通车还要看迁改进度。')
  await sheet.getByRole('button', { name: '记录研判' }).click()
  await expect(page.getByRole('region', { name: '研判', exact: true })).toContainText('暑期内能否通车')
  await expect(page.getByRole('region', { name: '研判', exact: true })).toContainText('2018年6月30日')
})

test('a gate without its evidence stays shut, in words', async ({ enter }) => {
  const page = await enter('projects')
  await page.goto('/projects/DL-09')
  await settled(page)
  await page.getByRole('button', { name: '记录阶段' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: '记录', exact: true }).click()
  await expect(sheet.getByRole('alert')).toContainText('凭据')
})
