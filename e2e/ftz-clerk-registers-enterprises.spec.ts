import type { Page } from '@playwright/test'
import { expect, settled, test } from './house.ts'

const headings =
  '统一社会信用代码,企业名称,入区日期,行业大类,功能区块,企业类型,注册资本(万元),原币,原币注册资本(万),折算汇率'
const rows = [
  '91410171DEM9900113,试登记甲国际贸易有限公司,2018-06-28,51,综合保税区块,内资企业,500,,,',
  '91410171DEM99002XX,试登记乙供应链有限公司,2018-06-29,59,国际陆港区块,外商投资企业,646.3,美元,100,6.463',
  '91410171DEM990038X,试登记丙仓储有限公司,2018-06-29,59,国际陆港区块,内资企业,5000000,,,',
  '91410171DEM990046Q,试登记丁商贸有限公司,2018-06-29,51,综合保税区块,外商投资企业,300,贝壳币,50,6',
]
const file = {
  name: '入区登记-六月.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`${[headings, ...rows].join('\n')}\n`),
}

test('the clerk of the free trade zone registers enterprises, sees what is wrong with a code, and the figure moves', async ({
  enter,
}) => {
  test.setTimeout(120_000)
  const clerk = await enter('ftz-clerk')
  const before = await enterprises(clerk)

  await test.step('the trial says what comes back and what is let in with a warning', async () => {
    await clerk.getByRole('link', { name: '导入入区登记' }).click()
    await settled(clerk)
    await clerk.getByLabel(/把文件拖到这里/).setInputFiles(file)
    await expect(clerk.getByText(/共 4 行：将新增 3 行.*1 行不能导入/)).toBeVisible()
    await expect(clerk.getByText(/请填其中之一：人民币/).first()).toBeVisible()
    await expect(clerk.getByText(/若填的是元，请除以一万（500 万元）/).first()).toBeVisible()
    await clerk.getByRole('button', { name: '导入 3 行' }).click()
    await expect(clerk.getByText(/共 4 行：新增 3 行/)).toBeVisible()
  })
  const batch = (await clerk.getByRole('link', { name: /看批次/ }).getAttribute('href')) ?? ''

  await test.step('the figure has moved, and the wrong code stands among those to be looked at', async () => {
    expect(await enterprises(clerk)).toBe(before + 3)
    await clerk.getByRole('searchbox').fill('试登记甲')
    await clerk.getByRole('row', { name: /试登记甲/ }).click()
    await expect(clerk.getByRole('heading', { level: 1 })).toHaveText('试登记甲国际贸易有限公司')
  })

  await test.step('its code is worked out character by character', async () => {
    await expect(clerk.getByText(/末位是 \S，按前面的字符应为 \S/).first()).toBeVisible()
    await expect(clerk.getByText(/乘积之和 \d+，除以 \d+ 余 \d+/).first()).toBeVisible()
  })

  await test.step('the leader withdraws the batch, and the figure is what it was', async () => {
    const leader = await enter('leader')
    await leader.goto(batch)
    await leader.getByRole('button', { name: '撤回这一批' }).click()
    const sheet = leader.getByRole('dialog')
    await sheet.getByLabel('为什么撤回').fill('试登记，撤回重来')
    await sheet.getByRole('button', { name: '撤回', exact: true }).click()
    await expect(leader.getByText('这一批已撤回')).toBeVisible()
    expect(await enterprises(leader)).toBe(before)
  })
})

/** New enterprises since the opening, as the page's sentence says them. */
async function enterprises(page: Page): Promise<number> {
  await page.goto('/opening/free-trade')
  await settled(page)
  const said = await page.getByText(/挂牌以来，新入区企业/).textContent()
  return Number(/新入区企业\s*([\d,]+)/.exec(said ?? '')?.[1]?.replaceAll(',', ''))
}
