import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { readXlsx, writeXlsx } from 'hucre'
import { expect, settled, test } from './house.ts'

// Trains of these journeys run in days and under numbers of their own, so that no other journey counts them.
const headings = '车次,方向,线路,口岸,发车日期,集装箱数,标箱,货重(吨),货值(美元)'
const good = [
  'E9001,去程,郑州—汉堡,阿拉山口,2015-11-03,41,82,500.125,5000000',
  'E9002,回程,郑州—汉堡,阿拉山口,2015-11-05,40,80,480,4100000',
  'E9003,去程,郑州—华沙,二连浩特,2015-11-06,40,80,470.5,4000000',
]
const mixed = [
  good[0],
  'E9002,回程,郑州—汉堡,阿拉山口,2015-11-05,40,80,495.5,4100000',
  'E9004,去程,郑州—汉堡,阿拉山口,2015-11-10,42,84,510,5200000',
  'E9005,去程,郑州—汉堡,阿拉山口,2015-11-31,42,84,505,5100000',
  'E9006,回程,郑州—汉堡,阿拉山口,2015-11-20,42,84,505000,5100000',
]

test('the port clerk imports trains, mends what came back, and a batch is withdrawn', async ({ enter }) => {
  test.setTimeout(120_000)
  const clerk = await enter('port-clerk')
  const before = await departures(clerk)

  await test.step('a file is tried first and changes nothing', async () => {
    await choose(clerk, csv('trains-november.csv', good))
    await expect(clerk.getByText('共 3 行：将新增 3 行')).toBeVisible()
    expect(await departuresIn(await clerk.context().newPage())).toBe(before)
    await clerk.getByRole('button', { name: '导入 3 行' }).click()
    await expect(clerk.getByText('共 3 行：新增 3 行，更正 0 行')).toBeVisible()
  })
  const firstBatch = await batchOf(clerk)
  expect(await departures(clerk)).toBe(before + 3)

  await test.step('a second file has a row as before, a changed one, a new one and two bad ones', async () => {
    await choose(clerk, csv('trains-november-again.csv', mixed))
    await expect(
      clerk.getByText('共 5 行：将新增 1 行，更正 1 行（旧值保留），1 行与现有相同，2 行不能导入。'),
    ).toBeVisible()
    await expect(clerk.getByRole('heading', { name: /发车日期：日期不存在/ })).toBeVisible()
    await expect(clerk.getByText('请看单位是否为千克；应填吨')).toBeVisible()
    await clerk.getByRole('button', { name: '导入 2 行' }).click()
    await expect(
      clerk.getByText('共 5 行：新增 1 行，更正 1 行（旧值保留），1 行与现有相同，退回 2 行。'),
    ).toBeVisible()
  })
  const rejected = await test.step('the rows that came back are a workbook with reason and cure', async () => {
    const [download] = await Promise.all([
      clerk.waitForEvent('download'),
      clerk.getByRole('link', { name: '下载退回的行（xlsx）' }).click(),
    ])
    return readFile(await download.path())
  })
  const secondBatch = await batchOf(clerk)

  await test.step('the batch says old and new', async () => {
    await clerk.getByRole('link', { name: /看批次/ }).click()
    const changed = clerk.getByRole('listitem').filter({ hasText: 'E9002' })
    await expect(changed.locator('del')).toContainText('480')
    await expect(changed.locator('ins')).toContainText('495.5')
    await clerk.getByRole('button', { name: '新增 1 行' }).click()
    await expect(clerk.getByRole('link', { name: /E9004/ })).toBeVisible()
  })

  await test.step('mended, the workbook goes in as it is', async () => {
    const mended = await mend(rejected)
    await choose(clerk, { name: 'rejected-mended.xlsx', mimeType: workbookType, buffer: mended })
    await clerk.getByRole('button', { name: '导入 2 行' }).click()
    await expect(clerk.getByText('共 2 行：新增 2 行')).toBeVisible()
  })
  const thirdBatch = await batchOf(clerk)
  expect(await departures(clerk)).toBe(before + 6)

  await test.step('the same file again changes nothing', async () => {
    await choose(clerk, csv('trains-november-again.csv', mixed))
    await expect(clerk.getByText('这个文件已经导入过')).toBeVisible()
    await expect(clerk.getByRole('button', { name: '没有要导入的改动' })).toBeDisabled()
  })

  await test.step('the clerk cannot withdraw; the leader can, with words, and the figure follows', async () => {
    await clerk.goto(secondBatch)
    await settled(clerk)
    await expect(clerk.getByRole('button', { name: '撤回这一批' })).toHaveCount(0)
    const leader = await enter('leader')
    for (const [address, left] of [
      [thirdBatch, 4],
      [secondBatch, 3],
      [firstBatch, 0],
    ] as const) {
      await withdraw(leader, address)
      expect(await departures(leader)).toBe(before + left)
    }
    await leader.goto(secondBatch)
    await expect(leader.getByText('1 行删去，1 行恢复原值')).toBeVisible()
  })
})

test('headings that the ledger does not know are matched by hand', async ({ enter }) => {
  const clerk = await enter('port-clerk')
  const strange = ['班次编号,方向,线路,口岸,开车那天,集装箱数,标箱,吨,货值(美元)', ...good].join('\n')
  await choose(clerk, { name: 'strange.csv', mimeType: 'text/csv', buffer: Buffer.from(strange) })
  await expect(clerk.getByRole('heading', { name: '2. 对应表头' })).toBeVisible()
  await expect(clerk.getByText(/还缺必填的列/)).toBeVisible()
  await clerk.getByLabel(/班次编号/).selectOption({ label: '车次 *' })
  await clerk.getByLabel(/开车那天/).selectOption({ label: '发车日期 *' })
  await clerk.getByLabel(/^吨/).selectOption({ label: '货重（吨） *' })
  await clerk.getByRole('button', { name: '按此对应，试运行' }).click()
  await expect(clerk.getByText(/共 3 行：/)).toBeVisible()
})

test('a file that is no table is refused in words', async ({ enter }) => {
  const clerk = await enter('port-clerk')
  const picture = { name: 'trains.xlsx', mimeType: workbookType, buffer: Buffer.from('GIF89a, not a workbook at all') }
  await choose(clerk, picture)
  const alert = clerk.getByRole('alert')
  await expect(alert).toBeVisible()
  await expect(alert).toContainText(/[\u4e00-\u9fff]/)
  await expect(clerk.getByRole('button', { name: /^导入/ })).toHaveCount(0)
})

test('the template has the headings that the import knows', async ({ enter }) => {
  const clerk = await enter('port-clerk')
  await clerk.goto('/ledgers/trade/trains/import')
  const [download] = await Promise.all([
    clerk.waitForEvent('download'),
    clerk.getByRole('link', { name: '下载模板（xlsx）' }).click(),
  ])
  const { sheets } = await readXlsx(await readFile(await download.path()))
  expect(sheets[0]?.rows.flat().join(' ')).toContain('发车日期')
})

test('a clerk corrects one row, and both values stay readable', async ({ enter }) => {
  const clerk = await enter('port-clerk')
  await clerk.goto('/ledgers/trade/trains')
  await settled(clerk)
  await clerk.getByRole('button', { name: '登记一行' }).click()
  const sheet = clerk.getByRole('dialog')
  await sheet.getByLabel(/^车次/).fill('E9100')
  await sheet.getByLabel(/^方向/).selectOption({ label: '去程' })
  await sheet.getByLabel(/^发车日期/).fill('2015-10-09')
  await sheet.getByLabel(/^货重/).fill('410')
  await sheet.getByLabel(/^货值/).fill('3900000')
  await sheet.getByRole('button', { name: '保存' }).click()
  await expect(sheet).toHaveCount(0)

  await clerk.getByRole('searchbox').fill('E9100')
  await expect(clerk).toHaveURL(/q=E9100/)
  await clerk.getByRole('cell', { name: 'E9100' }).click()
  await clerk.getByRole('button', { name: '更正这一行' }).click()
  await sheet.getByLabel(/^货重/).fill('411.5')
  await sheet.getByLabel(/为什么/).fill('过磅单重新核对')
  await sheet.getByRole('button', { name: '保存更正' }).click()
  await expect(sheet.getByText('过磅单重新核对')).toBeVisible()
  await expect(sheet.locator('del')).toContainText('410')
  await expect(sheet.locator('ins')).toContainText('411.5')
})

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const csv = (name: string, rows: readonly (string | undefined)[]) => ({
  ...{ name, mimeType: 'text/csv' },
  buffer: Buffer.from(`${[headings, ...rows].join('\n')}\n`),
})

async function choose(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.goto('/ledgers/trade/trains/import')
  await settled(page)
  await page.getByLabel(/把文件拖到这里/).setInputFiles(file)
}

/** The address of the batch that an import just made. */
async function batchOf(page: Page): Promise<string> {
  return (await page.getByRole('link', { name: /看批次/ }).getAttribute('href')) ?? ''
}

/** Departures of November 2015 as the indicator's page says them. */
async function departures(page: Page): Promise<number> {
  await page.goto('/figures/trains.count?period=2015-11')
  const said = page.getByText(/^2015年11月中欧班列开行[\d,]+列/)
  return Number(/开行([\d,]+)列/.exec((await said.textContent()) ?? '')?.[1]?.replaceAll(',', ''))
}

async function departuresIn(page: Page): Promise<number> {
  const count = await departures(page)
  await page.close()
  return count
}

async function withdraw(page: Page, batch: string): Promise<void> {
  await page.goto(batch)
  await page.getByRole('button', { name: '撤回这一批' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('为什么撤回').fill('试行导入，撤回重来')
  await sheet.getByRole('button', { name: '撤回', exact: true }).click()
  await expect(page.getByText('这一批已撤回')).toBeVisible()
}

/** As a person would in a spreadsheet: the right day and the right unit, nothing else touched. */
async function mend(workbook: Buffer): Promise<Buffer> {
  const { sheets } = await readXlsx(workbook)
  const mended = { '2015-11-31': '2015-11-30', '505000': '505' } as Record<string, string>
  const rows = sheets[0]!.rows.map((row) => row.map((cell) => mended[String(cell)] ?? cell))
  return Buffer.from(await writeXlsx({ sheets: [{ name: sheets[0]!.name, rows }] }))
}
