import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Say } from './shots.ts'

/** What people of the demonstration do to its records between pictures, through the pages as anybody would. */
const records = path.resolve(import.meta.dirname, '../../zones/zhengzhou-2018/records/trade/trains-2018.csv')

/** A list of trains as a clerk might have it: headings of their own, new rows, a changed one, an old one, and four faults. */
function trainsFile() {
  const [, first = '', second = ''] = readFileSync(records, 'utf8').split(/\r?\n/)
  const lines = [
    '车次,方向,线路,口岸,开行日期,集装箱数,标箱,货重(吨),货值(美元)',
    'X8210,去程,郑州—汉堡,阿拉山口,2018-06-29,43,86,512.40,4876120',
    'X8211,回程,郑州—慕尼黑,二连浩特,2018-06-30,46,92,601.75,5210446',
    first.replace('549.08', '594.08'),
    second,
    'X8214,去程,郑州—华沙,阿拉山口,2018-02-30,44,88,498.20,4655300',
    'X8215,去城,郑州—列日,霍尔果斯,2018-06-27,41,82,466.90,4321870',
    'X8216,回程,郑州—汉堡,阿拉山口,2018-06-28,42,84,498200,4780150',
    'X8217,去程,郑州—塔什干,霍尔果斯,2018-06-29,44,22,430.10,2210600',
  ]
  return { name: '班列6月下旬.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) }
}

/** Chooses the file; it is tried and nothing changes. */
export async function tryTrains(page: Page, say: Say): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(trainsFile())
  await page.getByRole('button', { name: say({ zh: '导入 4 行', en: 'Import 4 rows' }) }).waitFor()
}

const inChinese: Say = ({ zh }) => zh

export async function importTrains(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/ledgers/trade/trains/import`)
  await tryTrains(page, inChinese)
  await page.getByRole('button', { name: '导入 4 行' }).click()
  await page.getByText('已导入，用时').waitFor()
}

export async function correctTrain(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/ledgers/trade/trains?q=X8210`)
  await page.locator('tr[data-href] td').first().click()
  await page.getByRole('button', { name: '更正这一行' }).click()
  await page.getByLabel('货值').fill('4867120')
  await page.getByLabel('为什么更正').fill('两位数字颠倒，已与运单核对')
  await page.getByRole('button', { name: '保存更正' }).click()
  await page.getByText('已更正').first().waitFor()
}

const headline = '/forms/headline/STAT/2018-06'

export async function reopenSubmission(page: Page, address: string): Promise<void> {
  await page.goto(`${address}${headline}`)
  await page.getByRole('button', { name: '重开…' }).click()
  await page.getByLabel('为什么重开').fill('财政局更正了公共预算收入')
  await page.getByRole('dialog').getByRole('button', { name: '重开' }).click()
  await page.getByText('已重开').first().waitFor()
}

/** Types two figures that the audit stops at. */
export async function fillSubmission(page: Page, address: string): Promise<void> {
  await page.goto(`${address}${headline}`)
  await type(page, '公共预算收入 本期', '356')
  await type(page, '社会消费品零售总额 增速', '13.5')
  await kept(page)
}

/** Puts right what was mistyped, says why where it is so, and hands the form in. */
export async function handIn(page: Page, address: string): Promise<void> {
  await page.goto(`${address}${headline}`)
  await type(page, '公共预算收入 本期', '35.8')
  await type(page, '公共预算收入 增速', '17.5')
  await type(page, '社会消费品零售总额 增速', '31.5')
  await kept(page)
  const reasons = page.locator('.findings-say')
  for (let left = await reasons.count(); left > 0; left -= 1) {
    await reasons.first().locator('input').fill('财政局 7 月 5 日补报一笔入库收入')
    await reasons.first().getByRole('button', { name: '记下' }).click()
    await expect(reasons).toHaveCount(left - 1, { timeout: 90_000 })
  }
  await page.getByRole('button', { name: '报送' }).click()
  await page.getByText('已报送').first().waitFor()
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).fill(text)
}

/** Typed figures are kept when the hands rest; the page says so. */
async function kept(page: Page): Promise<void> {
  await page.getByText('正在保存').waitFor()
  await page.getByText('已保存').waitFor()
}
