import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expect, settled, test } from './house.ts'

const draft = [
  '上半年，全区地区生产总值331亿元，同比增长10%；固定资产投资165亿元，同比增长20%。',
  '货场作业297列，社会消费品零售总额125亿元。',
].join('\n')

test('the writer checks a draft, mends it by key, binds unknown words and signs it off', async ({ enter }) => {
  test.setTimeout(120_000)
  const writer = await enter('writer')
  await writer.goto('/check')
  await settled(writer)
  await writer.getByLabel('文稿', { exact: true }).fill(draft)
  await writer.getByRole('button', { name: '核对', exact: true }).click()

  await test.step('what was not checked is said first, then what is wrong', async () => {
    await expect(writer.getByText('6 处数字中有 1 处没有核对，1 处有问题，4 处相符。')).toBeVisible()
    await expect(mark(writer, '165亿元，与数据不符')).toBeVisible()
    await expect(mark(writer, '297列，未对应指标')).toBeVisible()
  })

  await test.step('a press on a mark says why; Enter puts the right figure in; u takes it back', async () => {
    await mark(writer, '165亿元，与数据不符').click()
    await expect(writer.getByRole('link', { name: '156亿元' })).toHaveAttribute('href', /investment\.fixed/)
    await mark(writer, '165亿元，与数据不符').press('Enter')
    await expect(mark(writer, '156亿元，相符')).toBeVisible()
    await writer.getByRole('button', { name: /297列/ }).press('u')
    await expect(mark(writer, '165亿元，与数据不符')).toBeVisible()
    await writer.getByRole('button', { name: /165亿元/ }).press('Enter')
    await expect(mark(writer, '156亿元，相符')).toBeVisible()
    await expect(writer.getByText('6 处数字中有 1 处没有核对，其余都相符。')).toBeVisible()
  })

  await test.step('words that nobody knows are bound to an indicator, and checked at once', async () => {
    await mark(writer, '297列，未对应指标').click()
    await writer.getByRole('button', { name: /选定指标/ }).click()
    const sheet = writer.getByRole('dialog')
    await expect(sheet.getByRole('heading')).toContainText('货场作业')
    await sheet.getByRole('searchbox').fill('trains.count')
    await sheet.getByRole('button', { name: /trains\.count$/ }).click()
    await expect(sheet).toHaveCount(0)
    await expect(mark(writer, '297列，相符')).toBeVisible()
    await expect(writer.getByText('6 处数字全部核对过，都相符。')).toBeVisible()
  })

  await test.step('the text is edited and checked again', async () => {
    await writer.getByRole('button', { name: '改文字' }).click()
    await writer.getByLabel('修改文稿').fill(draft.replace('165', '156').replace('125亿元', '125万元'))
    await expect(writer.getByRole('button', { name: /125万元.*单位错位/ })).toBeVisible()
    await writer.getByRole('button', { name: '看标记' }).click()
    await expect(mark(writer, '125万元，单位错位')).toBeVisible()
  })

  await test.step('the Word report carries a comment at the figure', async () => {
    const [download] = await Promise.all([
      writer.waitForEvent('download'),
      writer.getByRole('button', { name: 'Word 报告' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/核对\.docx$/)
    const files = unzipSync(await readFile(await download.path()))
    expect(strFromU8(files['word/comments.xml']!)).toContain('125亿元')
  })

  const address = await test.step('signed off, it stays as it was, whatever becomes of the alias', async () => {
    await writer.getByRole('button', { name: '签存' }).click()
    await expect(writer).toHaveURL(/\/checks\/\d+$/)
    await settled(writer)
    await expect(mark(writer, '125万元，单位错位')).toBeVisible()
    return new URL(writer.url()).pathname
  })

  await test.step('the alias says who chose it and is withdrawn; the record stays', async () => {
    await writer.goto('/check')
    const alias = writer.getByRole('listitem').filter({ hasText: '货场作业' })
    await expect(alias).toContainText('许若宁')
    await alias.getByRole('button', { name: '撤回' }).click()
    await expect(alias).toHaveCount(0)
    const chief = await enter('office-chief')
    await chief.goto(address)
    await settled(chief)
    await expect(mark(chief, '297列，相符')).toBeVisible()
    await expect(chief.getByText(/签存：.*许若宁/)).toBeVisible()
    await expect(chief.getByRole('button', { name: '签存' })).toHaveCount(0)
  })
})

test('a Word file is checked with its headings, and comes back with comments inside', async ({ enter }) => {
  const writer = await enter('writer')
  await writer.goto('/check')
  await settled(writer)
  await writer.getByLabel('文稿', { exact: true }).fill(`上半年情况\n2018年${draft}`)
  await writer.getByRole('button', { name: '核对', exact: true }).click()
  await expect(mark(writer, '165亿元，与数据不符')).toBeVisible()
  const first = await wordReport(writer)
  await writer.getByRole('button', { name: '换一份' }).click()
  await writer.getByLabel(/把文件拖到这里/).setInputFiles({ name: '上半年情况.docx', mimeType: word, buffer: first })
  await expect(mark(writer, '165亿元，与数据不符')).toBeVisible()
  await expect(writer.getByText('上半年情况.docx')).toBeVisible()
  const files = unzipSync(await wordReport(writer))
  expect(strFromU8(files['word/document.xml']!)).toContain('commentRangeStart')
})

test('on a phone a tap opens the finding at the foot of the window', async ({ enter }) => {
  const writer = await enter('writer', { viewport: { width: 390, height: 844 }, hasTouch: true })
  await writer.goto('/check')
  await settled(writer)
  await writer.getByRole('button', { name: '用示例文稿试一试' }).tap()
  await mark(writer, '165亿元，与数据不符').tap()
  const sheet = writer.getByRole('region', { name: '这一处' })
  await expect(sheet).toContainText('与数据不符')
  await sheet.getByRole('button', { name: /改为 156亿元/ }).tap()
  await expect(mark(writer, '156亿元，相符')).toBeVisible()
})

test('a file that cannot be read is refused in words', async ({ enter }) => {
  const writer = await enter('writer')
  await writer.goto('/check')
  await settled(writer)
  const picture = { name: '通报.docx', mimeType: word, buffer: Buffer.from('GIF89a, not a document') }
  await writer.getByLabel(/把文件拖到这里/).setInputFiles(picture)
  await expect(writer.getByRole('alert')).toContainText(/[\u4e00-\u9fff]/)
})

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const mark = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

async function wordReport(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Word 报告' }).click(),
  ])
  return readFile(await download.path())
}
