import { createHmac } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, password, settled, signIn, test } from './house.ts'

test('one administrator makes an account, another grants its role and takes both back', async ({ enter }) => {
  test.setTimeout(120_000)
  const admin = await enter('admin')
  const security = await enter('security')
  const newcomer = await enter(null)
  const secret = await makeAccount(admin, 'newcomer', '简晓舟')

  await test.step('without a role there is nothing to see', async () => {
    await signIn(newcomer, 'newcomer', secret)
    await newcomer.goto('/ledgers')
    await expect(newcomer.getByText(/权限|无权/).first()).toBeVisible()
  })

  await test.step('granted the clerk’s role in one office, the newcomer works there', async () => {
    await security.goto('/admin/grants')
    await security.getByRole('button', { name: '授予角色' }).click()
    const sheet = security.getByRole('dialog')
    await sheet.getByLabel('账号').fill('newcomer')
    await security.getByText('简晓舟（newcomer）', { exact: true }).last().click()
    await sheet.getByLabel('角色').click()
    await security.getByText('经办人', { exact: true }).last().click()
    await sheet.getByRole('combobox', { name: '单位' }).fill('口岸')
    await security.getByText('口岸与开放办公室', { exact: true }).last().click()
    await sheet.getByRole('button', { name: '授予', exact: true }).click()
    await expect(sheet).toHaveCount(0)
    await newcomer.goto('/ledgers/trade/trains')
    await expect(newcomer.getByRole('link', { name: '导入文件' })).toBeVisible()
  })

  await test.step('the security administrator ends the sessions and revokes the role', async () => {
    await security.goto('/admin?q=newcomer')
    await security.getByRole('row').filter({ hasText: '简晓舟' }).getByRole('button', { name: '结束登录' }).click()
    await sure(security)
    await expect(security.getByText('已办理')).toBeVisible()
    await newcomer.reload()
    await expect(newcomer).toHaveURL(/sign-in/)
    await security.goto('/admin/grants')
    const grant = security.getByRole('row').filter({ hasText: '简晓舟' })
    await grant.getByRole('button', { name: '收回' }).click()
    await sure(security)
    await expect(grant.getByRole('button', { name: '收回' })).toHaveCount(0)
  })

  await test.step('disabled, the account opens nothing', async () => {
    await admin.goto('/admin?q=newcomer')
    await admin.getByRole('button', { name: '停用' }).click()
    await sure(admin)
    await expect(admin.getByRole('button', { name: '恢复' })).toBeVisible()
    await newcomer.getByLabel('用户名').fill('newcomer')
    await newcomer.getByLabel('口令').fill(secret)
    await newcomer.getByRole('button', { name: '登录', exact: true }).click()
    await expect(newcomer.getByRole('alert')).toBeVisible()
    await expect(newcomer).toHaveURL(/sign-in/)
  })
})

test('a person turns the second step on, and then signs in with six digits', async ({ enter }) => {
  const person = await enter(null)
  const secret = await makeAccount(await enter('admin'), 'careful', '谨言')
  await signIn(person, 'careful', secret)
  await person.goto('/account')
  await person.getByLabel('口令', { exact: true }).fill(secret)
  await person.getByRole('button', { name: '启用', exact: true }).click()
  const key = (await person.getByText(/^[A-Z2-7]{16,}$/).textContent()) ?? ''
  await person.getByLabel(/六位数字/).fill(sixDigits(key))
  await person.getByRole('button', { name: '完成启用' }).click()
  await expect(person.getByText('登录需要口令和动态验证码')).toBeVisible()

  const again = await enter(null)
  await again.goto('/sign-in')
  await again.getByLabel('用户名').fill('careful')
  await again.getByLabel('口令').fill(secret)
  await again.getByRole('button', { name: '登录', exact: true }).click()
  await again.getByLabel('动态验证码').fill(sixDigits(key))
  await expect(again).not.toHaveURL(/sign-in/)
})

test('a person sees where they are signed in and ends the other place', async ({ enter }) => {
  const here = await enter(null)
  const there = await enter(null)
  await signIn(there, 'projects')
  await signIn(here, 'projects', password)
  await here.goto('/account')
  const sessions = here.getByRole('table', { name: '登录中的设备' })
  await expect(sessions.getByText('（本机）')).toHaveCount(1)
  await here.getByRole('button', { name: '结束其他登录' }).click()
  await expect(sessions.getByRole('row')).toHaveCount(2)
  await there.reload()
  await expect(there).toHaveURL(/sign-in/)
})

test('the auditor verifies the chain and reads an entry, and cannot write', async ({ enter }) => {
  const auditor = await enter('auditor')
  await auditor.goto('/admin/audit')
  await auditor.getByRole('button', { name: '核验审计链' }).click()
  await expect(auditor.getByText(/已核验 [\d,]+ 条，链条完整，无人改动/)).toBeVisible()

  await auditor.getByRole('searchbox').fill('ledgers/*')
  await expect(auditor).toHaveURL(/q=ledgers/)
  await expect(auditor.getByRole('cell', { name: 'access/sign-in' })).toHaveCount(0)
  await auditor.getByRole('button', { name: '查看' }).first().click()
  await expect(auditor.getByRole('dialog').getByText(/^[0-9a-f]{64}$/)).toBeVisible()

  await auditor.goto('/ledgers/trade/trains')
  await settled(auditor)
  await expect(auditor.getByRole('button', { name: '登记一行' })).toHaveCount(0)
  await auditor.goto('/ledgers/trade/trains/import')
  await expect(auditor.getByText('您没有查看此页的权限')).toBeVisible()
  const sent = await auditor.request.post('/api/ledgers/trade/trains/rows', {
    data: { unit: 'PORT', values: { trainNumber: 'E9200', direction: 'outbound', departedOn: '2015-10-10' } },
  })
  expect(sent.status()).toBe(403)
})

test('no administrator does another’s work, and the leader does none of it', async ({ enter }) => {
  const admin = await enter('admin')
  await admin.goto('/admin/audit')
  await expect(admin.getByText('您没有查看此页的权限')).toBeVisible()
  await admin.goto('/admin/grants')
  await expect(admin.getByText('您没有查看此页的权限')).toBeVisible()

  const security = await enter('security')
  await security.goto('/admin')
  await settled(security)
  await expect(security.getByRole('button', { name: '开立账号' })).toHaveCount(0)
  await security.goto('/admin/audit')
  await expect(security.getByText('您没有查看此页的权限')).toBeVisible()

  const leader = await enter('leader')
  await leader.goto('/admin')
  await expect(leader.getByText('您没有查看此页的权限')).toBeVisible()
  await expect(leader.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '账号' })).toHaveCount(0)
})

/** Answers with the password that is shown once. */
async function makeAccount(admin: Page, username: string, name: string): Promise<string> {
  await admin.goto('/admin')
  await admin.getByRole('button', { name: '开立账号' }).click()
  const sheet = admin.getByRole('dialog')
  await sheet.getByLabel('用户名').fill(username)
  await sheet.getByLabel('姓名').fill(name)
  await sheet.getByRole('button', { name: '开立', exact: true }).click()
  const once = admin.getByRole('dialog').filter({ hasText: '一次性口令' })
  return (await once.getByRole('code').textContent()) ?? ''
}

/** Says yes to the question that a grave deed asks. */
async function sure(page: Page): Promise<void> {
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /确\s?定/ })
    .click()
}

/** RFC 6238: what an authenticator with the key shows now. */
function sixDigits(key: string): string {
  const bits = [...key].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g) ?? []
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))))
    .update(counter)
    .digest()
  const digits = (mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff) % 1_000_000
  return String(digits).padStart(6, '0')
}
