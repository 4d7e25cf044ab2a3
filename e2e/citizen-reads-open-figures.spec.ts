import { expect, settled, test } from './house.ts'

test('a citizen without an account finds a figure, sees how it went, takes it along and reads the bulletin', async ({
  enter,
}) => {
  const citizen = await enter(null, { viewport: { width: 390, height: 844 } })
  const asked: string[] = []
  citizen.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await citizen.goto('/open')
  await settled(citizen)
  await expect(citizen.getByRole('link', { name: '地区生产总值' })).toBeVisible()
  await expect(citizen.getByText('331亿元').first()).toBeVisible()
  await expect(citizen.getByText('装备制造业产值')).toHaveCount(0)

  await citizen.getByRole('searchbox').fill('gdzctz')
  await expect(citizen.getByRole('link', { name: '地区生产总值' })).toHaveCount(0)
  await citizen.getByRole('link', { name: '固定资产投资' }).click()
  await expect(citizen.getByRole('heading', { level: 1, name: '固定资产投资' })).toBeVisible()
  await expect(citizen.getByRole('row', { name: /2018年1—6月/ })).toContainText('156亿元')
  await expect(citizen.getByRole('row', { name: /2018年1—6月/ })).toContainText('增长20%')
  await citizen.getByRole('button', { name: '按半年' }).click()
  await expect(citizen.getByRole('row', { name: /2018年上半年/ })).toContainText('156亿元')
  await expect(citizen.getByText('公开以来没有修订过')).toBeVisible()

  const arriving = citizen.waitForEvent('download')
  await citizen.getByRole('link', { name: 'CSV 表格' }).click()
  expect((await arriving).suggestedFilename()).toBe('investment.fixed.csv')

  await citizen.goto('/open')
  await citizen.getByRole('link', { name: /上半年运行情况通报/ }).click()
  await expect(citizen.locator('.paper')).toContainText('地区生产总值')
  await citizen.locator('.paper a', { hasText: '331亿元' }).first().click()
  await expect(citizen).toHaveURL(/\/open\/figures\/gdp/)
  // Nothing of the house behind was asked for: no session, no figures of those who are signed in.
  const open = (path: string) => path.startsWith('/api/open')
  expect(asked.filter((path) => path.startsWith('/api/')).filter((path) => !open(path))).toEqual([])
})

test('what is not open is not found, and becomes visible once the leader opens it', async ({ enter }) => {
  const citizen = await enter(null)
  const before = await citizen.request.get('/api/open/figures/trains.weight')
  expect(before.status()).toBe(404)

  const leader = await enter('leader')
  await leader.goto('/publishing')
  await settled(leader)
  await leader.getByRole('switch', { name: '中欧班列货重' }).click()
  const sheet = leader.getByRole('dialog')
  await sheet.getByLabel('理由（记入审计）').fill('班列运行情况公开')
  await sheet.getByRole('button', { name: '公开', exact: true }).click()
  await expect(sheet).toHaveCount(0)
  await expect(leader.getByRole('switch', { name: '中欧班列货重' })).toBeChecked()

  await citizen.goto('/open/figures/trains.weight')
  await expect(citizen.getByRole('heading', { level: 1, name: '中欧班列货重' })).toBeVisible()

  await leader.getByRole('switch', { name: '中欧班列货重' }).click()
  await sheet.getByLabel('理由（记入审计）').fill('试验结束')
  await sheet.getByRole('button', { name: '停止公开' }).click()
  await expect(sheet).toHaveCount(0)
  expect((await citizen.request.get('/sdmx/data/OPEN_FIGURES/..TRAINS_WEIGHT.')).status()).toBe(404)
})
