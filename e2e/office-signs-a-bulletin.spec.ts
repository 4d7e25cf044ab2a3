import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, settled, test } from './house.ts'

test('a clerk drafts and edits, a reviewer returns and passes it with a reason, a lead issues it with its evidence', async ({
  enter,
}) => {
  test.setTimeout(180_000)
  const writer = await enter('writer')
  const chief = await enter('office-chief')
  const leader = await enter('leader')
  let address = ''

  await test.step('the clerk keeps a draft, and it stands among those in hand', async () => {
    await writer.goto('/bulletins?template=monthly-brief&period=2018-04')
    await settled(writer)
    await writer.getByRole('button', { name: '试写' }).click()
    await writer.getByRole('button', { name: '存为草稿' }).click()
    await expect(writer).toHaveURL(/\/drafts\/\d+/)
    address = new URL(writer.url()).pathname
    await expect(writer.getByText(/下一步：核对/)).toBeVisible()
    await chief.goto('/bulletins')
    const row = chief.getByRole('row').filter({ hasText: '月度简报' }).filter({ hasText: '2018年4月' })
    await expect(row).toContainText('起草中')
  })

  await test.step('types a sentence with a figure that the records contradict, and one from a tag', async () => {
    await writer.getByRole('button', { name: '修改' }).click()
    const text = writer.getByLabel('草稿正文')
    await text.click()
    await writer.keyboard.press('Control+End')
    await text.pressSequentially('\n\n1—4月，固定资产投资999亿元；社会消费品零售总额')
    await writer.keyboard.press('Control+k')
    const finder = writer.getByRole('dialog', { name: '插入数字' })
    await finder.getByRole('combobox').fill('社会消费品')
    await finder.getByRole('option').first().click()
    await finder.getByRole('option', { name: /^数值 / }).click()
    await expect(text).toHaveValue(/零售总额\{% figure "retail\.sales" %\}\s*$/)
    await expect(writer.getByRole('region', { name: /2018年4月/ })).toContainText('999亿元')
    await writer.getByRole('button', { name: '保存', exact: true }).click()
    const sheet = writer.getByRole('dialog')
    await sheet.getByRole('textbox').fill('补一句投资')
    await sheet.getByRole('button', { name: '保存', exact: true }).click()
    await expect(writer.getByText('第 2 稿').first()).toBeVisible()
  })

  await test.step('checks it: the margin counts what is wrong; the reviewer returns it', async () => {
    await writer.getByRole('button', { name: '核对', exact: true }).click()
    await expect(writer.getByText(/核对发现 1 处要处理/)).toBeVisible()
    await expect(writer.getByRole('complementary', { name: '页边' })).toContainText('与数据不符')
    await chief.goto(address)
    await give(chief, '退回', '投资数请与报表核对')
    await expect(chief.getByText('投资数请与报表核对')).toBeVisible()
  })

  await test.step('checked again unchanged, it passes only with a reason, and the reason stays', async () => {
    await writer.reload()
    await writer.getByRole('button', { name: '核对', exact: true }).click()
    await expect(writer.getByText(/核对发现 1 处要处理/)).toBeVisible()
    await chief.reload()
    await give(chief, '审核通过', '口径不同，已电话核实')
    const margin = chief.getByRole('complementary', { name: '页边' })
    await expect(margin).toContainText('口径不同，已电话核实')
    await expect(chief.getByRole('button', { name: /印发/ })).toHaveCount(0)
  })

  await test.step('the lead issues it; its pack downloads whole', async () => {
    await leader.goto(address)
    await leader.getByRole('button', { name: /印发/ }).click()
    await expect(leader).toHaveURL(/\/bulletins\/\d+/)
    await expect(leader.getByRole('complementary', { name: '页边' })).toContainText('投资数请与报表核对')
    const folder = await mkdtemp(path.join(tmpdir(), 'jingkai-e2e-'))
    const [file] = await Promise.all([
      leader.waitForEvent('download'),
      leader.getByRole('link', { name: '证据包' }).click(),
    ])
    const saved = path.join(folder, 'pack.zip')
    await file.saveAs(saved)
    const bytes = await readFile(saved)
    for (const name of ['SHA256SUMS', 'facts.json', 'documents/zh.docx', 'check.json', 'steps.json']) {
      expect(bytes.includes(name), name).toBe(true)
    }
    await rm(folder, { recursive: true })
  })
})

test('a reviewer edits a template beside its print, sees a slip at its line, saves it and takes the old text back', async ({
  enter,
}) => {
  test.setTimeout(120_000)
  const page = await enter('office-chief')
  await page.goto('/templates')
  await page.getByRole('row').filter({ hasText: '预警' }).click()
  await settled(page)
  const text = page.getByLabel('模板原文')
  const paper = page.getByRole('region').filter({ hasText: '试印' }).first()
  await expect(paper).toBeVisible()
  const before = await text.inputValue()

  await test.step('a slip is marked at its line and holds the save back', async () => {
    await text.fill(`${before.trimEnd()}\n\n{% figure "gpd" %}\n`)
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('相近的指标：gdp')
    await expect(page.getByRole('button', { name: '保存为新版本' })).toBeDisabled()
  })

  await test.step('mended it prints, and is saved with a reason', async () => {
    await text.fill(`${before.trimEnd()}\n\n另外，请各单位对照落实。\n`)
    await expect(paper).toContainText('另外，请各单位对照落实。')
    await give(page, '保存为新版本', '结尾加一句', '保存')
    await expect(page.getByRole('cell', { name: '结尾加一句' })).toBeVisible()
  })

  await test.step('the earlier version differs by that line and comes back as a version of its own', async () => {
    await page.getByRole('row').filter({ hasText: '旧版' }).getByRole('button', { name: /对照/ }).click()
    await expect(page.locator('ins').first()).toContainText('另外，请各单位对照落实。')
    await page.getByRole('button', { name: '取回这一版的文字' }).click()
    await give(page, '保存为新版本', '恢复原来的结尾', '保存')
    await expect(page.getByRole('cell', { name: '恢复原来的结尾' })).toBeVisible()
    expect(await text.inputValue()).toBe(before)
  })
})

test('a reviewer begins a template, which prints at once, and adds its other language', async ({ enter }) => {
  const page = await enter('office-chief')
  await page.goto('/templates')
  await page.getByRole('button', { name: '新建模板' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('名称').fill('季度通报: 试用')
  await sheet.getByLabel(/^编码/).fill('quarterly')
  await sheet.getByLabel('写哪种时期').selectOption('quarter')
  await sheet.getByRole('button', { name: '建立' }).click()
  await expect(page).toHaveURL(/\/templates\/quarterly/)
  await expect(page.getByRole('region').filter({ hasText: '2018年第二季度运行情况' }).first()).toBeVisible()
  await page.getByRole('radiogroup', { name: '模板的文字' }).getByText('英文').click()
  await expect(page.getByText(/还没有这种文字/)).toBeVisible()
  await page
    .getByLabel('模板原文')
    .fill('---\nname: Quarterly\nperiod: quarter\n---\n\n# {{ period.words }}\n\nTrial.\n')
  await give(page, '保存为新版本', '加英文版', '保存')
  await expect(page.getByText('在用第 1 版')).toBeVisible()
})

/** A deed that asks for words: its button, the words, and the button in the sheet. */
async function give(page: Page, deed: string, words: string, done = deed): Promise<void> {
  await page.getByRole('button', { name: deed, exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox').fill(words)
  await sheet.getByRole('button', { name: done, exact: true }).click()
  await expect(sheet).toHaveCount(0)
}
