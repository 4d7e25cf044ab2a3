import sharp from 'sharp'
import { expect, type Person, settled, test } from './house.ts'

/** A photo of a phone's camera: twelve million pixels, with the place in the zone where it was taken. */
function photo(): Promise<Buffer> {
  const fix = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '34/1 42/1 5400/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '113/1 48/1 0/1',
  }
  return sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#7a8450' } })
    .withExif({ IFD2: { DateTimeOriginal: '2018:06:30 08:12:40' }, IFD3: fix })
    .jpeg({ quality: 95 })
    .toBuffer()
}

// A trace fetches the picture beside the button by its address on the phone, which the content policy rightly forbids.
test.use({ trace: 'off' })

test('a citizen reports on a phone, follows to the closing, says that it is not fixed and then that it is', async ({
  enter,
}) => {
  test.slow()
  const citizen = await enter(null, { viewport: { width: 390, height: 844 } })
  const asked: string[] = []
  citizen.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await citizen.goto('/report')
  await settled(citizen)

  // What is missing is told in words, beside its place.
  await citizen.getByRole('button', { name: '提交' }).click()
  await expect(citizen.getByText('请选一类问题。')).toBeVisible()

  const name = 'dump.jpg'
  await citizen
    .getByLabel('拍照或选照片')
    .setInputFiles([{ name: 'no-photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('this is no photo') }])
  await expect(citizen.getByText('这个文件不是照片。')).toBeVisible()
  await citizen.getByRole('button', { name: '去掉照片 1' }).click()
  const sending = citizen.waitForRequest('**/api/open/photos')
  await citizen.getByLabel('拍照或选照片').setInputFiles([{ name, mimeType: 'image/jpeg', buffer: await photo() }])
  const size = Number((await (await sending).allHeaders())['content-length'])
  expect(size, 'the phone sends a small one').toBeLessThan(300_000)
  await expect(citizen.getByText('1 张已传好，共 1 张')).toBeVisible()
  // The place was taken from the photo, though it was drawn anew.
  await expect(citizen.locator('.place-told')).toContainText('办事处')

  await citizen.getByLabel('说一说').fill('北门垃圾堆了三天没人清')
  await citizen.getByRole('radio', { name: '垃圾没人清' }).check()
  await citizen.getByRole('button', { name: '提交' }).click()
  await expect(citizen.getByRole('heading', { level: 1, name: '已收到' })).toBeVisible()
  const code = ((await citizen.locator('.report-code').textContent()) ?? '').replaceAll('-', '')
  expect(code).toMatch(/^[A-Z2-9]{12}$/)
  await citizen.getByRole('button', { name: '看办理进度' }).click()
  await expect(citizen).toHaveURL(new RegExp(`/report/${code}`))
  await expect(citizen.getByText('最迟')).toBeVisible()
  await citizen.getByRole('button', { name: /照片 1/ }).click()
  await expect(citizen.getByRole('dialog').getByRole('img')).toBeVisible()
  await citizen.keyboard.press('Escape')

  await citizen.getByText('补充说明').first().click()
  await citizen.getByRole('textbox', { name: '补充说明' }).fill('今天又多了两袋')
  await citizen.getByRole('button', { name: '提交补充' }).click()
  await expect(citizen.getByText('反映人补充了说明')).toBeVisible()

  const told = (await (await citizen.request.get(`/api/open/reports/${code}`)).json()) as { number: string }
  const offices = await officesOf(enter, told.number)
  await offices.verifyAndRegister()
  await offices.handleAndClose()
  await citizen.reload()
  await expect(citizen.getByRole('heading', { level: 1, name: '已办结' })).toBeVisible()
  await expect(citizen.getByText('城市管理局报告已处置')).toBeVisible()
  await expect(citizen.getByText('“垃圾已清运”')).toBeVisible()

  await citizen.getByRole('button', { name: '没有解决' }).click()
  await citizen.getByRole('textbox', { name: '哪里没有解决' }).fill('南侧还有一堆')
  await citizen.getByRole('button', { name: '没有解决，重新办理' }).click()
  await expect(citizen.getByText('反映人说没有解决，重新办理')).toBeVisible()
  await expect(citizen.getByRole('heading', { level: 1, name: '已立案' })).toBeVisible()

  await offices.handleAndClose()
  await citizen.reload()
  await citizen.getByRole('button', { name: '解决了' }).click()
  await expect(citizen.getByText('您已确认：解决了')).toBeVisible()

  await citizen.goto('/report')
  await expect(citizen.getByRole('link', { name: '北门垃圾堆了三天没人清' })).toBeVisible()
  // Nothing of the house behind was asked for.
  const inside = asked.filter(
    (path) => path.startsWith('/api/') && !path.startsWith('/api/open') && path !== '/api/map',
  )
  expect(inside).toEqual([])
})

test('the public reads how inspection issues were rectified, batch by batch', async ({ enter }) => {
  const citizen = await enter(null)
  await citizen.goto('/open/inspections')
  await settled(citizen)
  await expect(citizen.getByText(/督察交办 \d+ 件，已办结 \d+ 件/)).toBeVisible()
  await citizen.getByRole('combobox', { name: /整改/ }).selectOption({ label: '阶段性办结' })
  await expect(citizen.getByRole('row', { name: /已办结/ })).toHaveCount(0)
  await citizen.locator('.inspection-batches').getByRole('link').first().click()
  await expect(citizen).toHaveURL(/f\.batch=/)
  const arriving = citizen.waitForEvent('download')
  await citizen.getByRole('link', { name: 'CSV 表格' }).click()
  expect((await arriving).suggestedFilename()).toBe('inspections.csv')
})

type Enter = (person: Person | null) => Promise<import('@playwright/test').Page>

/** The offices do their part through the same doors as their pages. */
async function officesOf(enter: Enter, number: string) {
  const doors = new Map<Person, Awaited<ReturnType<Enter>>['request']>()
  const by = async (person: Person) => {
    const known = doors.get(person) ?? (await enter(person)).request
    doors.set(person, known)
    return known
  }
  const move = async (person: Person, deed: Record<string, unknown>) => {
    const door = await by(person)
    const { row } = (await (await door.get(`/api/matters/${number}`)).json()) as { row: { version: number } }
    const reply = await door.post(`/api/matters/${number}/deeds`, { data: { seen: row.version, ...deed } })
    expect(reply.status(), `${person} ${JSON.stringify(deed)} ${await reply.text()}`).toBe(200)
  }
  return {
    async verifyAndRegister() {
      await move('inspector', { deed: 'verify', found: true, words: '现场属实' })
      const list = await (await by('duty-chief')).get('/api/matters/standards')
      const { categories } = (await list.json()) as { categories: { code: string; standards: { id: number }[] }[] }
      const standard = categories.find((one) => one.code === 'E0101')?.standards[0]?.id
      await move('duty-chief', { deed: 'register', standard })
    },
    async handleAndClose() {
      await move('dispatcher', { deed: 'dispatch', unit: 'CITY' })
      await move('city-clerk', { deed: 'accept' })
      await move('city-clerk', { deed: 'hand-back', words: '已派车清运', told: '垃圾已清运' })
      await move('dispatcher', { deed: 'confirm' })
      await move('inspector', { deed: 'check', passed: true, words: '已清理干净' })
      await move('duty-chief', { deed: 'close', words: '同意结案' })
    },
  }
}
