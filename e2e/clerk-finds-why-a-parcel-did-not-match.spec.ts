import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { expect, settled, test } from './house.ts'

const zone = new URL('../zones/zhengzhou-2018/customs/201806-1-import.zip', import.meta.url)

/** The payment of a retried order as it was sent, under the number that the platform gave up. */
function retriedPayment(given: string): { payment: string; order: string } {
  const messages = Object.entries(unzipSync(readFileSync(zone)))
  const texts = messages.filter(([name]) => name.startsWith('CEB')).map(([, bytes]) => strFromU8(bytes))
  const documents = texts.flatMap((text) => text.match(/<Payment>[\s\S]*?<\/Payment>/g) ?? [])
  const payment = documents.find((document) => document.includes(`<orderNo>${given}</orderNo>`)) ?? ''
  const order = /<payTransactionId>P([^<]+)</.exec(payment)?.[1] ?? ''
  return { payment, order }
}

/** The same payment again as a change, under the order that stands. */
function mended(payment: string, given: string, order: string): string {
  const changed = payment
    .replace('<appType>1<', '<appType>2<')
    .replace(`<orderNo>${given}<`, `<orderNo>${order}<`)
    .replace(/<appTime>\d+</, '<appTime>20180630211500<')
  return `<?xml version="1.0" encoding="UTF-8"?>
<CEB411Message xmlns="http://www.chinaport.gov.cn/ceb" guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0">
${changed}
<BaseTransfer><copCode>41019DEM21</copCode><copName>示范支付（演示）有限公司</copName><dxpMode>DXP</dxpMode><dxpId>DXPENT0000000001</dxpId></BaseTransfer>
</CEB411Message>`
}

test('the port clerk finds why a parcel did not match, sends the list back, and the late document mends it', async ({
  enter,
}) => {
  test.setTimeout(120_000)
  const clerk = await enter('port-clerk')

  await test.step('the page says how much agrees and what goes wrong most often', async () => {
    await clerk.goto('/opening/customs')
    await settled(clerk)
    await expect(clerk.getByText(/单里 \d+ 单三单一致（\d+\.\d%）/)).toBeVisible()
    await expect(clerk.getByText(/最多的原因是“/)).toBeVisible()
  })

  await test.step('a reason narrows the list, and the address says so', async () => {
    await clerk.getByRole('button', { name: /全部 \d+ 个原因/ }).click()
    await clerk
      .getByRole('link', { name: /^支付单写着另一个订单编号/ })
      .first()
      .click()
    await expect(clerk).toHaveURL(/f\.reason=payment-under-other-order/)
    await settled(clerk)
  })

  const list = await test.step('the list of it is exported to send back', async () => {
    const [download] = await Promise.all([
      clerk.waitForEvent('download'),
      clerk.getByRole('link', { name: '导出 xlsx' }).click(),
    ])
    const book = await readXlsx(new Uint8Array(await readFile(await download.path())))
    return book.sheets[0]!.rows.map((row) => row.map((cell) => String(cell ?? '')))
  })
  expect(list[0]).toContain('怎么改')
  expect(list.length).toBeGreaterThan(3)
  expect(list[1]!.join(' ')).toContain('-401004')
  const given = /编号是 (\w+R)/.exec(list[1]!.join(' '))![1]!
  const { payment, order } = retriedPayment(given)

  await test.step('an order is found by the beginning of its number and says what happened', async () => {
    await clerk.getByRole('searchbox').fill(order.slice(0, -1))
    await expect(clerk).toHaveURL(/q=/)
    await settled(clerk)
    await clerk.getByText(order, { exact: true }).first().click()
    await settled(clerk)
    await expect(clerk.getByText(`写的订单编号是 ${given}`).first()).toBeVisible()
    await expect(clerk.getByText('写着另一个订单', { exact: false }).first()).toBeVisible()
    const differing = clerk.getByRole('row', { name: /订单编号.*不同/ })
    await expect(differing).toContainText(given)
    await clerk.getByLabel(/只看不同的/).check()
    await expect(clerk.getByRole('row', { name: /^平台代码/ })).toHaveCount(0)
  })
  const address = clerk.url()

  const file = {
    name: `CEB411-${order}.xml`,
    mimeType: 'application/xml',
    buffer: Buffer.from(mended(payment, given, order)),
  }
  await test.step('the late payment is only read first, which changes nothing', async () => {
    await clerk.goto('/opening/customs/messages')
    await settled(clerk)
    await clerk.getByLabel('只读检查，不接收').check()
    await clerk.locator('input[type=file]').setInputFiles(file)
    await expect(
      clerk.getByText('1 个报文、1 份单证：不合规范 0 处，读不完的报文 0 个。什么也没有登记。'),
    ).toBeVisible()
  })

  await test.step('then received, and the order is matched', async () => {
    await clerk.getByLabel('接收并对碰').check()
    await clerk.locator('input[type=file]').setInputFiles(file)
    await expect(clerk.getByText(/变更 1 份，.*重新对碰 [12] 单/)).toBeVisible()
    await clerk.goto(address)
    await settled(clerk)
    await expect(clerk.getByText('四份单证一致，这一单已对上。')).toBeVisible()
    await expect(clerk.getByText('变更 支付单')).toBeVisible()
    await expect(clerk.locator('del', { hasText: given })).toBeVisible()
  })

  await test.step('a reader may look and not send', async () => {
    const viewer = await enter('viewer')
    await viewer.goto('/opening/customs/messages')
    await settled(viewer)
    await expect(viewer.getByRole('link', { name: file.name })).toBeVisible()
    await expect(viewer.locator('input[type=file]')).toHaveCount(0)
  })
})

test('the clerk tries a sample message without sending anything', async ({ enter }) => {
  const clerk = await enter('port-clerk')
  await clerk.goto('/opening/customs/messages')
  await settled(clerk)
  await clerk.getByRole('button', { name: '不合规范的订单', exact: true }).click()
  await expect(clerk.getByText(/1 个报文、3 份单证：不合规范 \d 处.*什么也没有登记/)).toBeVisible()
  await expect(clerk.getByText('→ 规范限定为 142')).toBeVisible()
})
