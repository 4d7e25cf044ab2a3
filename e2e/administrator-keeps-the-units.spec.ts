import { expect, settled, test } from './house.ts'

test('a community is opened and moved, and each day keeps the tree it had', async ({ enter }) => {
  const admin = await enter('admin')
  await admin.goto('/units?unit=OFFICE-1&on=2018-08-01')
  await settled(admin)
  const first = (await admin.getByRole('heading', { level: 2 }).last().textContent()) ?? ''
  const sheet = admin.getByRole('dialog')

  await test.step('opened below one office', async () => {
    await admin.getByRole('button', { name: '新设下级单位' }).click()
    await sheet.getByLabel('名称', { exact: true }).fill('云帆社区')
    await sheet.getByLabel('英文名').fill('Yunfan Community')
    await sheet.getByLabel('代码').fill('COMMUNITY-901')
    await sheet.getByRole('button', { name: '新设', exact: true }).click()
    await expect(admin).toHaveURL(/unit=COMMUNITY-901/)
    await expect(admin.getByText(`隶属${first}`)).toBeVisible()
  })

  await test.step('a code that is taken is refused in words', async () => {
    await admin.getByRole('button', { name: '新设下级单位' }).click()
    await sheet.getByLabel('名称', { exact: true }).fill('云帆二社区')
    await sheet.getByLabel('英文名').fill('Second Yunfan Community')
    await sheet.getByLabel('代码').fill('COMMUNITY-901')
    await sheet.getByRole('button', { name: '新设', exact: true }).click()
    await expect(sheet.getByRole('alert').filter({ hasText: 'COMMUNITY-901' })).toBeVisible()
    await sheet.getByRole('button', { name: '取消' }).click()
  })

  await test.step('moved below another from September on', async () => {
    await admin.getByRole('button', { name: '改隶' }).click()
    await sheet.getByRole('combobox', { name: '新的上级' }).fill('OFFICE-2')
    await admin.keyboard.press('Enter')
    await sheet.getByLabel('自哪一天起').fill('2018-09-01')
    await sheet.getByRole('button', { name: '改隶', exact: true }).click()
    await expect(sheet).toHaveCount(0)
    const history = admin.getByRole('listitem').filter({ hasText: '隶属' })
    await expect(history.filter({ hasText: first })).toContainText('2018年9月1日')
    await expect(history).toHaveCount(2)
  })

  await test.step('before its opening nobody sees it', async () => {
    await admin.goto('/units?on=2018-06-30')
    await settled(admin)
    await admin.getByRole('searchbox', { name: '查找单位' }).fill('云帆')
    await expect(admin.getByText('云帆社区')).toHaveCount(0)
  })
})

test('somebody finds a person by initials, and a unit that was closed by the day it stood', async ({ enter }) => {
  const viewer = await enter('viewer')
  await viewer.goto('/people')
  await settled(viewer)
  await viewer.getByRole('searchbox').fill('pyc')
  await expect(viewer).toHaveURL(/q=pyc/)
  await viewer.getByRole('row').filter({ hasText: '彭予川' }).click()
  await expect(viewer.getByRole('dialog')).toContainText('P0001')

  await viewer.goto('/units?on=2017-09-30')
  await settled(viewer)
  await expect(viewer.getByText('杏林社区')).toBeVisible()
  await viewer.getByLabel('哪一天的单位树').fill('2017-10-01')
  await expect(viewer).toHaveURL(/on=2017-10-01/)
  await expect(viewer.getByText('杏林社区')).toHaveCount(0)
})
