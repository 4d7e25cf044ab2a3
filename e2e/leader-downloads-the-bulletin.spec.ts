import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, settled, test } from './house.ts'

test('the leader opens the half-year bulletin and follows a figure to what it is made of', async ({ enter }) => {
  const page = await enter('leader')
  const paper = await openBulletin(page)
  await expect(paper.getByRole('heading', { name: /2018年上半年/ })).toBeVisible()
  await paper.getByRole('link', { name: '331亿元' }).first().click()
  await expect(page).toHaveURL(/\/figures\/gdp\/lineage\?.*period=2018-H1/)
  await expect(page.getByText(/地区生产总值331亿元，出自/)).toBeVisible()
  await page.goBack()
  await expect(paper).toBeVisible()
})

test('the bulletin comes as Word, as a web page and as Markdown, in both languages', async ({ enter }) => {
  const page = await enter('leader')
  await openBulletin(page)
  const word = await download(page, 'Word')
  expect(word.subarray(0, 2).toString()).toBe('PK')
  expect(word.includes('word/document.xml')).toBe(true)
  expect((await download(page, '网页')).toString('utf8')).toMatch(/<a [^>]*href="[^"]*\/figures\/gdp/)
  expect((await download(page, 'Markdown')).toString('utf8')).toContain('331')

  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('region').first()).toContainText('half of 2018')
  expect((await download(page, 'Markdown')).toString('utf8')).toMatch(/gross domestic product/i)
})

test('a record corrected after the issue stands in the margin with its cause, until the correction is withdrawn', async ({
  enter,
}) => {
  test.setTimeout(90_000)
  const clerk = await enter('port-clerk')
  const leader = await enter('leader')

  await test.step('the clerk corrects the value of one train', async () => {
    await clerk.goto('/ledgers/trade/trains?q=X8208&f.from=2018-06-25&f.to=2018-06-25')
    await clerk.getByRole('cell', { name: 'X8208' }).click()
    await clerk.getByRole('button', { name: '更正这一行' }).click()
    const sheet = clerk.getByRole('dialog')
    await sheet.getByLabel(/^货值/).fill('36665714')
    await sheet.getByLabel(/为什么/).fill('报关单漏计后三十箱')
    await sheet.getByRole('button', { name: '保存更正' }).click()
    await expect(sheet.locator('ins')).toContainText('36,665,714')
  })

  const margin = leader.getByRole('complementary', { name: '页边' })
  const change = margin.getByRole('listitem').filter({ hasText: '15.6亿美元' })
  await test.step('the bulletin keeps its figure and says in the margin what it would be today', async () => {
    const paper = await openBulletin(leader)
    await expect(change).toContainText('15.9亿美元')
    await expect(paper.getByRole('link', { name: '15.6亿美元' }).first()).toBeVisible()
  })

  await test.step('the cause leads to the batch; once it is withdrawn the margin is clear of it', async () => {
    await change.locator('a[href^="/batches/"]').click()
    await expect(leader).toHaveURL(/\/batches\/\d+/)
    await expect(leader.getByText('报关单漏计后三十箱')).toBeVisible()
    await leader.getByRole('button', { name: '撤回这一批' }).click()
    const sheet = leader.getByRole('dialog')
    await sheet.getByLabel('为什么撤回').fill('核实后维持原值')
    await sheet.getByRole('button', { name: '撤回', exact: true }).click()
    await expect(leader.getByText('这一批已撤回')).toBeVisible()
    await openBulletin(leader)
    await expect(change).toHaveCount(0)
  })
})

test('a draft of another period is written and says what is missing before anybody issues it', async ({ enter }) => {
  const page = await enter('leader')
  await page.goto('/bulletins?period=2017-H1')
  await settled(page)
  await page.getByRole('button', { name: '试写' }).click()
  await expect(page.getByText(/\d+ 个数字/).last()).toBeVisible()
  await expect(page.getByText('草稿')).toBeVisible()
  await expect(page.getByRole('region').filter({ hasText: '2017年上半年' }).first()).toBeVisible()
})

/** The demonstration's own bulletin, from the list; answers with its sheet of paper. */
async function openBulletin(page: Page) {
  await page.goto('/bulletins')
  await page.getByRole('row').filter({ hasText: '2018年上半年' }).last().click()
  await expect(page).toHaveURL(/\/bulletins\/\d+/)
  await settled(page)
  return page.getByRole('region', { name: /2018年上半年/ })
}

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ])
  return readFile(await file.path())
}
