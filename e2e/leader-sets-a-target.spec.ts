import { expect, settled, test } from './house.ts'

test('the leader sets next year’s target with its reason, and revises it; both stay on record', async ({ enter }) => {
  const leader = await enter('leader')
  // Next year's, which no other journey counts.
  await leader.goto('/targets?year=2019')
  await settled(leader)
  const sheet = leader.getByRole('dialog')
  const record = async (value: string, reason: string) => {
    await leader.getByRole('button', { name: '设定或调整目标' }).click()
    await sheet.getByRole('combobox', { name: '指标' }).fill('中欧班列开行')
    // The list arrives after the field; Enter before it would choose nothing.
    await expect(leader.locator('.ant-select-item-option-active', { hasText: '中欧班列开行' })).toBeVisible()
    await leader.keyboard.press('Enter')
    await sheet.getByLabel('目标值').fill(value)
    await sheet.getByLabel('理由').fill(reason)
    await sheet.getByRole('button', { name: '记录目标' }).click()
  }

  await record('900', '太短')
  await expect(sheet.getByText('请写明理由，至少六个字')).toBeVisible()
  await sheet.getByLabel('理由').fill('按三年行动计划分解')
  await sheet.getByRole('button', { name: '记录目标' }).click()
  await expect(sheet).toHaveCount(0)
  await expect(leader.getByText('900列').first()).toBeVisible()

  await record('850', '口岸扩能推迟到下半年')
  await expect(sheet).toHaveCount(0)
  await expect(leader.getByText('850列').first()).toBeVisible()
  await expect(leader.getByText('口岸扩能推迟到下半年').first()).toBeVisible()
  await expect(leader.getByText('按三年行动计划分解').first()).toBeVisible()

  const clerk = await enter('port-clerk')
  await clerk.goto('/targets?year=2019')
  await settled(clerk)
  await expect(clerk.getByRole('button', { name: '设定或调整目标' })).toHaveCount(0)
})
