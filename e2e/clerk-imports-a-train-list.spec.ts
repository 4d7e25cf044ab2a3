import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { readXlsx, writeXlsx } from 'hucre'
import { expect, settled, test } from './house.ts'

// The train of this journey runs on a day and under a number of its own, so that no other journey counts it.
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const lineage = '/figures/trains.value/lineage?period=2017-12-05'

test('the port clerk imports a train list, mends the boxes that came back, and finds one of them behind the figure', async ({
  enter,
}) => {
  test.setTimeout(120_000)
  const clerk = await enter('port-clerk')

  await test.step('the list is tried first: what is wrong stands with its sheet, line and cure', async () => {
    await choose(clerk, 'E9301.xlsx', await operatorsList())
    await expect(clerk.getByText('1 列班列，4 个集装箱：新增 2，更正 0，未变 0，退回 2，提醒 1。')).toBeVisible()
    await expect(clerk.getByText('不是清单、已跳过的工作表：说明。')).toBeVisible()
    await expect(clerk.getByText('一个集装箱毛重超过 36 吨')).toBeVisible()
    await expect(clerk.getByText(/QZGU1234569 \[8⇄9\]/)).toBeVisible()
    await expect(clerk.getByRole('link', { name: 'E9301' })).toHaveCount(0)
  })

  const mended = await test.step('it goes in; the two bad boxes come back in a workbook', async () => {
    await clerk.getByRole('button', { name: '导入清单' }).click()
    await expect(clerk.getByRole('heading', { name: '已导入 E9301.xlsx' })).toBeVisible()
    const [download] = await Promise.all([
      clerk.waitForEvent('download'),
      clerk.getByRole('link', { name: '下载退回的箱（xlsx）' }).click(),
    ])
    return mend(await readFile(await download.path()))
  })

  await test.step('mended, the workbook goes in as it is, and the train has all its boxes', async () => {
    await choose(clerk, 'E9301-mended.xlsx', mended)
    await expect(clerk.getByText('1 列班列，2 个集装箱：新增 2，更正 0，未变 0，退回 0')).toBeVisible()
    await clerk.getByRole('button', { name: '导入清单' }).click()
    await expect(clerk.getByRole('heading', { name: '已导入 E9301-mended.xlsx' })).toBeVisible()
    const train = clerk.getByRole('row').filter({ hasText: 'E9301' })
    await expect(train).toContainText('55.0')
    await expect(train).toContainText('42.0')
  })

  await test.step('the same list again changes nothing', async () => {
    await choose(clerk, 'E9301-mended.xlsx', mended)
    await expect(clerk.getByText('这个文件已经导入过，没有任何改动。')).toBeVisible()
    await expect(clerk.getByRole('button', { name: '没有要导入的改动' })).toBeDisabled()
  })

  await test.step('from the figure to the row of the train, and from the train to its box', async () => {
    await clerk.goto(lineage)
    await settled(clerk)
    await clerk.getByText('E9301', { exact: true }).first().click()
    await expect(clerk).toHaveURL(/\/opening\/trains\/E9301\/2017-12-05$/)
    await settled(clerk)
    await expect(clerk.getByText('QZGU1234574').first()).toBeVisible()
  })
})

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/opening/trains/list')
  await settled(page)
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: workbookType, buffer })
}

/** As operators send it: one sheet with the train's head, one of notes. Two digits of the first number changed places; two boxes are wrong. */
async function operatorsList(): Promise<Buffer> {
  const rows = [
    ['中欧班列装车清单'],
    ['车次：', 'E9301', null, '发车日期', '2017年12月5日'],
    ['方向：去程', null, '线路：郑州—汉堡', null, '出境口岸：阿拉山口'],
    [],
    ['序号', '箱号', '箱型', '空/重', '品名', '毛重(千克)', '货值(万美元)'],
    [1, 'QZGU1235469', '45G1', '重', '电子产品', 12500, 9],
    [2, 'QZGU1234574', '45G1', '重', '家具灯具', 18000, 12],
    [3, 'QZGU2345675', '45G1', '重', '汽车零部件', 145000, 11],
    [4, null, '45G1', '重', '玩具', 10000, 10],
    ['合计', null, null, null, null, 55000, 42],
  ]
  const notes = { name: '说明', rows: [['清单由班列公司编制']] }
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'E9301', rows }, notes] }))
}

/** Writes the weight anew and adds the number that was missing; reasons and cures stay where they are. */
async function mend(rejected: Buffer): Promise<Buffer> {
  const [headings, ...rows] = (await readXlsx(rejected)).sheets[0]!.rows as (string | number | null)[][]
  const [number, weight] = [headings!.indexOf('箱号'), headings!.indexOf('毛重(吨)')]
  for (const row of rows) {
    if (Number(row[weight]) > 36) row[weight] = 14.5
    row[number] ||= 'QZGU1234580'
  }
  return Buffer.from(await writeXlsx({ sheets: [{ name: '退回的行', rows: [headings!, ...rows] }] }))
}
