import { expect, settled, test } from './house.ts'

const number = 'WT-2018-0018'

test('the enterprise says through its link that a problem is not solved, then that it is', async ({ enter }) => {
  test.setTimeout(120_000)
  const department = await enter('construction')
  const desk = await enter('projects')
  const enterprise = await enter(null, { viewport: { width: 390, height: 844 } })

  await test.step('the department that replied can neither settle it nor get the link', async () => {
    await department.goto(`/projects/problems/${number}`)
    await settled(department)
    await expect(department.getByText('本部门不能自行了结')).toBeVisible()
    await expect(department.getByRole('button', { name: /链接|撤销/ })).toHaveCount(0)
    const { version: seen } = await (await department.request.get(`/api/projects/problems/${number}`)).json()
    const tried = await department.request.post(`/api/projects/problems/${number}/link`, { data: { seen } })
    expect([tried.status(), (await tried.json()).code]).toEqual([403, 'projects/own-problem'])
  })

  const link = await test.step('the desk makes the link, which is shown once', async () => {
    await desk.goto(`/projects/problems/${number}`)
    await settled(desk)
    await desk.getByRole('button', { name: '生成确认链接' }).click()
    return (await desk.locator('code').filter({ hasText: '/confirm/' }).textContent())!
  })

  await test.step('the enterprise reads the reply without an account and sends it back', async () => {
    await enterprise.goto(new URL(link).pathname)
    await settled(enterprise)
    await expect(enterprise.getByText('通水试验合格')).toBeVisible()
    await expect(enterprise.getByText('许沐行')).toHaveCount(0)
    const back = enterprise.getByRole('button', { name: '没有解决，退回重办' })
    await enterprise.getByLabel('您的姓名和职务').fill('项目经理')
    await expect(back).toBeDisabled()
    await enterprise.getByLabel(/想说明的情况/).fill('东侧接口仍然倒灌')
    await back.click()
    await expect(enterprise.getByRole('heading', { name: '已退回部门重新办理' })).toBeVisible()
  })

  await test.step('the department answers again, and the rate tells of the first answer', async () => {
    await department.reload()
    await settled(department)
    await expect(department.getByText('东侧接口仍然倒灌')).toBeVisible()
    await department.getByLabel(/办了什么，结果怎样/).fill('东侧接口加装鸭嘴阀，复测不倒灌')
    await department.getByRole('button', { name: '答复', exact: true }).last().click()
    await expect(department.getByText('已办理')).toBeVisible()
    await desk.goto('/projects/problems')
    await settled(desk)
    const rates = desk.getByRole('table', { name: '各部门按期答复率和退回率' })
    await rates
      .getByRole('row', { name: /建设局/ })
      .getByRole('link')
      .last()
      .click()
    await settled(desk)
    await expect(desk.getByRole('table', { name: '项目问题' }).getByText(number)).toBeVisible()
  })

  await test.step('the enterprise confirms, and only then is it solved', async () => {
    await enterprise.reload()
    await settled(enterprise)
    await enterprise.getByLabel('您的姓名和职务').fill('项目经理')
    await enterprise.getByRole('button', { name: '已经解决' }).click()
    await expect(enterprise.getByRole('heading', { name: '您已确认解决，谢谢' })).toBeVisible()
    await desk.goto(`/projects/problems/${number}`)
    await settled(desk)
    await expect(desk.getByText('企业已确认解决，企业退回过 1 次')).toBeVisible()
  })

  await test.step('a wrong link says what to do', async () => {
    await enterprise.goto('/confirm/wrong')
    await settled(enterprise)
    await expect(enterprise.getByText('请向您的服务专员要一个新的链接')).toBeVisible()
  })
})
