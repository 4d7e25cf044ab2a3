import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, settled, test } from './house.ts'

test('a reader compares two months of the brief and follows a figure that moved', async ({ enter }) => {
  test.setTimeout(120_000)
  const people = { writer: await enter('writer'), chief: await enter('office-chief'), leader: await enter('leader') }
  const march = await issued(people, '2018-03')
  const may = await issued(people, '2018-05')

  const reader = await enter('viewer')
  await test.step('from the later bulletin to the comparison', async () => {
    await reader.goto(`/bulletins/${may}`)
    await settled(reader)
    await reader.getByRole('button', { name: '与另一期对比' }).click()
    await expect(reader).toHaveURL(new RegExp(`/bulletins/compare\\?to=${may}`))
    await reader.getByLabel('前一期').selectOption(String(march))
    await expect(reader).toHaveURL(new RegExp(`from=${march}&to=${may}`))
    await settled(reader)
    await expect(reader.getByText(/两个时期相比，\d+ 个数字变动/)).toBeVisible()
  })

  await test.step('what moved, by how much, and why', async () => {
    const row = reader.getByRole('row').filter({ hasText: '规模以上工业增加值' }).filter({ hasText: '数值' })
    await expect(row).toContainText('156.5亿元')
    await expect(row).toContainText(/\+65\.2亿元/)
    await expect(row).toContainText('时期不同')
    const order = await reader.locator('.compare-movement span').allTextContents()
    expect(order.length).toBeGreaterThan(5)
  })

  await test.step('as CSV', async () => {
    const [file] = await Promise.all([
      reader.waitForEvent('download'),
      reader.getByRole('link', { name: '导出 CSV' }).click(),
    ])
    expect(await readFile(await file.path(), 'utf8')).toContain('变动,industry.value-added,')
  })

  await test.step('to what the figure was made of then', async () => {
    await reader.getByRole('link', { name: '156.5亿元' }).first().click()
    await expect(reader).toHaveURL(/\/figures\/industry\.value-added\/lineage\?.*2018-05/)
    await settled(reader)
  })
})

/** Draws up the brief of a month, has it checked and reviewed, and issues it; the pages of sign-off have their own journey. */
async function issued(people: Record<'writer' | 'chief' | 'leader', Page>, period: string): Promise<number> {
  const sent = async (page: Page, path: string, data: object) => {
    const answer = await page.request.post(path, { data })
    expect(answer.status(), `${path} ${await answer.text()}`).toBe(200)
    return answer.json()
  }
  const { id } = await sent(people.writer, '/api/drafts', { template: 'monthly-brief', period })
  await sent(people.writer, `/api/drafts/${id}/check`, {})
  await sent(people.chief, `/api/drafts/${id}/review`, { words: '数字已逐项看过，同意' })
  return (await sent(people.leader, `/api/drafts/${id}/issue`, {})).id
}
