import type { Locator, Page } from '@playwright/test'
import { expect, settled, test } from './house.ts'

// A month after the demonstration's own, which no other journey looks at.
const address = '/forms/headline/STAT/2018-07'

test('the statistician enters July, answers the audit, and the chief returns, accepts and locks it', async ({
  enter,
}) => {
  test.setTimeout(120_000)
  const statistician = await enter('statistician')
  const chief = await enter('stat-chief')

  await test.step('a block pasted from Excel fills the sheet', async () => {
    await open(statistician)
    await paste(cell(statistician, '规模以上工业增加值', '本期数'), pasted)
    await expect(cell(statistician, '财政收入', '增速')).toHaveValue('25.7')
    await kept(statistician)
  })

  await test.step('a figure in the wrong unit blocks', async () => {
    await expect(statistician.getByText(/像是按万元填的/)).toBeVisible()
    await statistician.getByRole('button', { name: '报送' }).click()
    await expect(statistician.getByRole('alert')).toBeVisible()
    await cell(statistician, '规模以上工业增加值', '本期数').fill('223.5')
    await expect(statistician.getByText(/像是按万元填的/)).toHaveCount(0)
  })

  await test.step('an outlier asks for six characters', async () => {
    const finding = statistician.getByRole('listitem').filter({ hasText: '超出本单位历史范围' }).first()
    await expect(finding).toContainText('需要核实')
    const keep = finding.getByRole('button', { name: '记下' })
    await finding.getByRole('textbox').fill('新商场')
    await expect(keep).toBeDisabled()
    await finding.getByRole('textbox').fill('新商场七月集中开业')
    await keep.click()
    await expect(finding).toContainText('说明：新商场七月集中开业')
    await explainTheRest(statistician)
  })

  await test.step('handed in, it is not one’s own to review', async () => {
    await statistician.getByRole('button', { name: '报送' }).click()
    await expect(statistician.getByText('已报送，等别人审核')).toBeVisible()
    await expect(statistician.getByRole('button', { name: '审核通过' })).toHaveCount(0)
  })

  await test.step('the chief finds it on the desk and returns it with words', async () => {
    await chief.goto('/forms')
    const mine = chief.getByRole('table', { name: '等您处理的填报' })
    await mine.getByRole('row').filter({ hasText: '2018年1—7月' }).filter({ hasText: '主要经济指标' }).click()
    await expect(chief).toHaveURL(new RegExp(`${address}$`))
    await chief.getByRole('button', { name: '退回…' }).click()
    const sheet = chief.getByRole('dialog')
    await expect(sheet.getByRole('button', { name: '退回', exact: true })).toBeDisabled()
    await sheet.getByLabel('要改什么').fill('零售额请按限额以上口径核减')
    await sheet.getByRole('button', { name: '退回', exact: true }).click()
    await expect(sheet).toHaveCount(0)
    await expect(chief.getByText('零售额请按限额以上口径核减').first()).toBeVisible()
  })

  await test.step('the statistician mends it and hands it in again', async () => {
    await open(statistician)
    await expect(statistician.getByText(/退回：“零售额请按限额以上口径核减”/)).toBeVisible()
    await cell(statistician, '社会消费品零售总额', '本期数').fill('147')
    await cell(statistician, '社会消费品零售总额', '增速').fill('31.4')
    await kept(statistician)
    await explainTheRest(statistician)
    await statistician.getByRole('button', { name: '报送' }).click()
    await expect(statistician.getByText('已报送，等别人审核')).toBeVisible()
  })

  await test.step('the chief accepts and locks; then nobody types any more', async () => {
    await open(chief)
    await chief.getByRole('button', { name: '审核通过' }).click()
    await chief.getByRole('button', { name: '锁定' }).click()
    await expect(chief.getByText(/^已由.*锁定，数据定案/)).toBeVisible()
    await open(statistician)
    await expect(statistician.getByText(/锁定，数据定案/)).toBeVisible()
    await expect(statistician.getByRole('textbox')).toHaveCount(0)
    await expect(statistician.getByRole('listitem').filter({ hasText: '退回' })).toContainText(
      '零售额请按限额以上口径核减',
    )
  })

  await test.step('the month of July is what the year to July adds to the half-year', async () => {
    await chief.goto('/figures/retail.sales?period=2018-07')
    await expect(chief.getByText(/2018年7月社会消费品零售总额22亿元/)).toBeVisible()
  })
})

test('the board says how a month stands, and its months turn', async ({ enter }) => {
  const chief = await enter('stat-chief')
  await chief.goto('/forms/board')
  await settled(chief)
  await expect(chief.getByText(/应报 \d+ 份，已报 \d+ 份/)).toBeVisible()
  await chief.getByRole('button', { name: '上一月' }).click()
  await expect(chief).toHaveURL(/period=2018-05/)
  await chief.goBack()
  await expect(chief).not.toHaveURL(/period=2018-05/)
})

/** Level, base and growth of the month's five items; the first level is in 万元, the third grows too fast. */
const pasted = [
  ['2235000', '190.45', '15.2'],
  ['185', '155', '19.4'],
  ['179', '111.89', '60'],
  ['41.3', '35.35', '16.8'],
  ['169.5', '134.8', '25.7'],
]
  .map((cells) => cells.join('\t'))
  .join('\n')

async function open(page: Page): Promise<void> {
  await page.goto(address)
  await settled(page)
}

function cell(page: Page, item: string, place: '本期数' | '同期数' | '增速'): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^${item} ${place}`) })
}

async function kept(page: Page): Promise<void> {
  await expect(page.getByText('已保存')).toBeVisible()
}

async function paste(field: Locator, text: string): Promise<void> {
  await field.evaluate((input, words) => {
    const { DataTransfer, ClipboardEvent } = input.ownerDocument.defaultView
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** What the audit asks a reason for besides, gets one. */
async function explainTheRest(page: Page): Promise<void> {
  const asked = page.getByPlaceholder(/写明原因/)
  for (let left = await asked.count(); left > 0; left--) {
    await asked.first().fill('已向统计科室逐项核实')
    await page.getByRole('button', { name: '记下' }).first().click()
    await expect(asked).toHaveCount(left - 1)
  }
}
