import { expect, settled, test } from './house.ts'

// A value on 28 June was sent with its point one place to the right; 26 June lacks three parcels.
const slipped = {
  declaration: '46052018I992800418',
  declaredAt: '2018-06-28 17:18:34',
  direction: 'import',
  mode: '1210',
  country: 'SG',
}

test('the port clerk finds why parcels and manifests differ, and a program mends one with a key', async ({ enter }) => {
  test.setTimeout(120_000)
  const clerk = await enter('port-clerk')
  await clerk.goto('/opening/parcels')
  await settled(clerk)
  await expect(clerk.getByText('与每日汇总都有的 5 天里，2 天对不上')).toBeVisible()
  const table = clerk.getByRole('table', { name: '每日汇总与逐票登记的对账' })
  const line = (day: string) => table.getByRole('row').filter({ hasText: day })
  await expect(table.getByRole('row')).toHaveCount(3)
  await expect(line('6月26日')).toContainText('−3 票')
  await expect(line('6月28日')).toContainText('+1,767.87 元')

  const row = await test.step('both sides of a difference open to their rows', async () => {
    await line('6月28日').getByRole('link').last().click()
    await settled(clerk)
    await expect(clerk).toHaveURL(/ledgers\/trade\/parcels\?.*f\.country=SG/)
    await expect(clerk.getByText('共 622 行')).toBeVisible()
    const rows = await clerk.request.get(
      '/api/ledgers/trade/parcels/rows?filter=declaration:is:46052018I992800418&size=1',
    )
    const found = ((await rows.json()) as { rows: { values: Record<string, string> }[] }).rows[0]!.values
    await clerk.goBack()
    await settled(clerk)
    await line('6月26日').getByRole('link').first().click()
    await settled(clerk)
    await expect(clerk).toHaveURL(/ledgers\/trade\/parcel-manifests\?/)
    await expect(clerk.getByText('共 1 行')).toBeVisible()
    return found
  })

  const key = await test.step('a key is made and shown once', async () => {
    await clerk.goto('/opening/parcels')
    await settled(clerk)
    await clerk.getByText('怎样报送，程序密钥').click()
    await clerk.getByLabel('给哪个程序用').fill('platform-1')
    await clerk.getByRole('button', { name: '开立密钥' }).click()
    const shown = clerk.getByRole('status').locator('code').filter({ hasText: 'jk_' })
    return (await shown.textContent())!
  })

  await test.step('the program sends the right value: a correction, and the day agrees', async () => {
    const value = (Number(row['value']) / 10).toFixed(2)
    const sent = await clerk.request.post('/api/trade/declarations', {
      headers: { authorization: `Bearer ${key}`, cookie: '' },
      data: { ...row, ...slipped, declaredAt: row['declaredAt'], value },
    })
    expect(await sent.json()).toMatchObject({ corrected: 1, declarations: [{ was: { value: row['value'] } }] })
    await clerk.goto('/opening/parcels')
    await settled(clerk)
    await expect(clerk.getByText('1 天对不上')).toBeVisible()
    await expect(table.getByRole('row')).toHaveCount(2)
    await expect(clerk.getByRole('link', { name: slipped.declaration })).toBeVisible()
  })

  await test.step('a revoked key opens nothing', async () => {
    await clerk.getByText('怎样报送，程序密钥').click()
    await clerk.getByRole('button', { name: '作废' }).click()
    await expect(clerk.getByText('密钥已作废')).toBeVisible()
    const headers = { authorization: `Bearer ${key}`, cookie: '' }
    const again = await clerk.request.post('/api/trade/declarations', { headers, data: row })
    expect(again.status()).toBe(401)
  })
})
