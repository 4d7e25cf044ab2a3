import { readFile } from 'node:fs/promises'
import { expect, password, settled, test } from './house.ts'

test('the leader signs in and reads where the year stands', async ({ enter }) => {
  const page = await enter(null)
  await page.goto('/')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await page.getByLabel('用户名').fill('leader')
  await page.getByLabel('口令').fill('not this one')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('口令').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()

  await expect(page.getByRole('heading', { name: '驾驶舱' })).toBeVisible()
  await expect(page.getByText('6 个目标中 1 个超前、5 个滞后，最慢的是装备制造业产值')).toContainText(
    '落后时序17.6个百分点',
  )
  const targets = page.getByRole('list', { name: '目标进度' }).getByRole('listitem')
  await expect(targets).toHaveCount(6)
  await expect(targets.first()).toContainText('装备制造业产值')
  await expect(targets.first()).toContainText('滞后')
  await expect(targets.last()).toContainText('超前')
})

test('the leader goes from a target to its rows and takes the evidence along', async ({ enter }) => {
  const page = await enter('leader')
  await page.goto('/')
  await settled(page)
  await page.getByRole('list', { name: '目标进度' }).getByRole('link', { name: '汽车及零部件产业产值' }).click()
  await expect(page).toHaveURL(/\/figures\/auto\.output/)
  await expect(page.getByText('同比增长20.2%').first()).toBeVisible()
  await expect(page.getByText('完成全年目标的33.5%')).toBeVisible()

  await page.getByRole('link', { name: '数据来历' }).click()
  await expect(page).toHaveURL(/\/lineage/)
  await expect(page.getByText('从原始行重算一致')).toBeVisible()
  await expect(page.getByText('同样的数字')).toBeVisible()
  const batches = page.getByRole('table', { name: '批次' })
  await expect(batches.getByRole('link', { name: 'output-2018.csv' })).toBeVisible()
  await batches.getByRole('button', { name: /原始记录/ }).click()
  const rows = page.getByRole('table', { name: /的原始记录/ })
  await expect(rows.getByRole('row')).toHaveCount(26)
  await page.getByRole('button', { name: '再看 25 行' }).click()
  await expect(rows.getByRole('row')).toHaveCount(51)

  const [evidence] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载证据' }).click(),
  ])
  const lines = (await readFile(await evidence.path(), 'utf8')).trim().split('\n')
  expect(lines.length).toBeGreaterThan(51)
  expect(lines.join('\n')).toMatch(/[0-9a-f]{64}/)

  await page.goBack()
  await expect(page).toHaveURL(/\/figures\/auto\.output(\?|$)/)
  await page.goBack()
  await expect(page.getByRole('heading', { name: '驾驶舱' })).toBeVisible()
})

test('what the leader chose stands in the address, and a colleague who opens it sees the same', async ({ enter }) => {
  const page = await enter('leader')
  await page.goto('/figures/trains.count')
  await settled(page)
  await page.getByRole('button', { name: /时期/ }).click()
  await page.getByRole('button', { name: '3月', exact: true }).click()
  await expect(page).toHaveURL(/period=2018-03/)
  const sentence = page.getByText(/^2018年3月中欧班列开行[\d,]+列/)
  await expect(sentence).toBeVisible()
  const said = await sentence.textContent()

  const colleague = await enter('viewer')
  await colleague.goto(page.url())
  await expect(colleague.getByText(said ?? '', { exact: true })).toBeVisible()
  await page.goBack()
  await expect(page).not.toHaveURL(/period=/)
  await expect(page.getByText(/^2018年.*中欧班列开行297列/)).toBeVisible()
})
