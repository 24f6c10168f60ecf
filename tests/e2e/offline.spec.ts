import { type Classroom, expect, test } from './classroom.ts'
import { addFactor, factorRow, field, isSaved, openFactor, openScale, openTask } from './scale.ts'

/** One of two in a group at work on their scale, with a Wi-Fi of their own. */
async function atWork(classroom: Classroom) {
  await classroom.goTo('3.2')
  const wifi = await classroom.wifi()
  const page = await classroom.join('王芳', 0, { wifi })
  const peer = await classroom.tablet('李强', 0)
  await openScale(page, 'potential')
  await addFactor(page, '年采购额')
  await isSaved(page)
  return { wifi, page, peer }
}

test('P4.4: the Wi-Fi goes: said within five seconds, changes counted, typing goes on, and all of it arrives afterwards', async ({ classroom }) => {
  const { wifi, page, peer } = await atWork(classroom)

  wifi.cut()
  await expect(page.getByText('连接断开了，可以继续写')).toBeVisible({ timeout: 5_000 })
  await field(page, '定义').pressSequentially('预计总额')
  await expect(page.getByText('有 4 处修改等待保存')).toBeVisible()
  await expect(page.getByRole('button', { name: /^未连接\s*4$/ })).toBeVisible()
  await addFactor(page, '付款能力')
  await expect(factorRow(page, '付款能力')).toBeVisible()
  // Meanwhile the others go on, too.
  await peer.typeFactor('potential', '增长速度')
  expect(peer.work().scales.potential.factors.map((factor) => factor.name)).toEqual(['年采购额', '增长速度'])

  wifi.restore()
  await isSaved(page)
  await expect(page.getByText('连接断开了')).toHaveCount(0)
  await expect(factorRow(page, '增长速度')).toBeVisible()
  await expect.poll(() => peer.work().scales.potential.factors.map((factor) => factor.name).sort()).toEqual(['付款能力', '增长速度', '年采购额'].sort())
  expect(peer.work().scales.potential.factors.find((factor) => factor.name === '年采购额')?.definition).toBe('预计总额')
})

test('P4.4: what was typed offline also survives that the page is closed, as far as the device keeps a copy', async ({ classroom }) => {
  const { wifi, page, peer } = await atWork(classroom)
  const address = page.url()

  wifi.cut()
  await field(page, '定义').pressSequentially('预计总额')
  await expect(page.getByText('有 4 处修改等待保存')).toBeVisible()
  await page.goto('about:blank')
  wifi.restore()
  await page.goto(address)
  await openFactor(page, '年采购额')
  await expect(field(page, '定义')).toHaveValue('预计总额')
  await isSaved(page)
  await expect.poll(() => peer.work().scales.potential.factors[0]?.definition).toBe('预计总额')
})

test('P4.2: a line that went silent without a word is found out by writing, and replaced', async ({ classroom }) => {
  const { wifi, page, peer } = await atWork(classroom)
  wifi.freeze()
  await field(page, '定义').pressSequentially('预计')
  await expect(page.getByRole('button', { name: /^(还没保存成功|未连接|正在连接)/ })).toBeVisible()
  wifi.restore()
  await isSaved(page)
  await expect.poll(() => peer.work().scales.potential.factors[0]?.definition).toBe('预计')
})

test('P3.4: what is pressed while offline is refused at once and does not happen by surprise later', async ({ classroom }) => {
  await classroom.goTo('3.2')
  const wifi = await classroom.wifi()
  const page = await classroom.join('王芳', 0, { wifi })
  await openScale(page, 'potential')
  wifi.cut()
  await expect(page.getByText('连接断开了，可以继续写')).toBeVisible({ timeout: 5_000 })
  await page.getByRole('button', { name: '举手' }).click()
  await expect(page.getByText('连不上培训师的电脑，请检查 Wi-Fi 后重试。')).toBeVisible()
  wifi.restore()
  await isSaved(page)
  await expect(page.getByText('连接断开了')).toHaveCount(0)
  await expect(page.getByRole('button', { name: '举手' })).toHaveAttribute('aria-pressed', 'false')
  expect((await classroom.control.view()).members.map((member) => member.handRaisedAt)).toEqual([null])
})

test('P4.4: who is moved while words are still waiting is told so, and they arrive when the person is moved back', async ({ classroom }) => {
  const { wifi, page, peer } = await atWork(classroom)
  const [wang] = (await classroom.control.view()).members.filter(({ name }) => name === '王芳')
  const move = async (index: number) => classroom.control.send('participant:move', { participantId: wang?.id ?? '', groupId: classroom.groupId(index) })

  wifi.cut()
  await field(page, '定义').pressSequentially('预计总额')
  await expect(page.getByText('有 4 处修改等待保存')).toBeVisible()
  await move(1)
  wifi.restore()
  const elsewhere = page.getByText('你在原来的组写的 4 处修改可能没来得及送到')
  await expect(elsewhere).toBeVisible()
  await isSaved(page)
  // Also after a reload, until it was read.
  await page.reload()
  await isSaved(page)
  await expect(elsewhere).toBeVisible()
  await page.getByRole('button', { name: '知道了' }).click()
  await expect(elsewhere).toHaveCount(0)
  await move(0)
  await expect.poll(() => peer.work().scales.potential.factors[0]?.definition).toBe('预计总额')
  await isSaved(page)
})

test('P4.4: a line of a case that was typed offline is there, and is sent, when the page was closed and is opened anew', async ({ classroom }) => {
  const wifi = await classroom.wifi()
  const page = await classroom.join('王芳', 0, { wifi })
  await classroom.goTo('2.3')
  await openTask(page, '案例')
  await page.getByPlaceholder('一句话，越具体越好').first().fill('东泰')
  await isSaved(page)
  const address = page.url()
  wifi.cut()
  await page.getByPlaceholder('一句话，越具体越好').first().fill('东泰，有现成的数字')
  await expect(page.getByText('还没送到').first()).toBeVisible()
  const again = await page.context().newPage()
  await page.close()
  wifi.restore()
  await again.goto(address)
  await openTask(again, '案例')
  await expect(again.getByPlaceholder('一句话，越具体越好').first()).toHaveValue('东泰，有现成的数字')
  await isSaved(again)
})

test('P4.4: a line of a case that could not go before the trainer stepped back stays with its writer, and goes when the case is open again', async ({ classroom }) => {
  const wifi = await classroom.wifi()
  const page = await classroom.join('王芳', 0, { wifi })
  await classroom.goTo('2.2')
  await classroom.goTo('2.3')
  await openTask(page, '案例')
  const line = page.getByPlaceholder('一句话，越具体越好').first()
  await line.fill('东泰')
  await isSaved(page)
  wifi.cut()
  await line.fill('东泰，有现成的数字')
  await expect(page.getByText('还没送到').first()).toBeVisible()
  const { agenda } = await classroom.control.view()
  const [before, opened] = ['2.2', '2.3'].map((number) => agenda.find((item) => item.number === number)?.id ?? '')
  expect(await classroom.control.send('agenda:back', { from: opened ?? '', to: before ?? '' })).toMatchObject({ ok: true })
  let refusals = 0
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => { if (String(payload).includes('"ok":false')) refusals++ }))
  wifi.restore()
  await expect.poll(() => refusals).toBeGreaterThan(0)
  await classroom.goTo('2.3')
  await openTask(page, '案例')
  await expect(line).toHaveValue('东泰，有现成的数字')
  await isSaved(page)
})

test('P4.5: where the browser forbids all storage one joins, writes and is saved all the same', async ({ classroom }) => {
  await classroom.goTo('3.2')
  const page = await classroom.visit('/')
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get: () => { throw new DOMException('denied', 'SecurityError') } })
  })
  await page.goto(new URL(`/j/${classroom.code}`, page.url()).href)
  await page.getByRole('textbox', { name: '你的名字' }).fill('王芳')
  await page.getByRole('radio').first().check({ force: true })
  await page.getByRole('button', { name: '进入课堂' }).click()
  await openScale(page, 'potential')
  await addFactor(page, '年采购额')
  await isSaved(page)
})

test('a class that was ended by mistake takes its devices back by itself, also those that were loaded anew meanwhile', async ({ classroom }) => {
  const page = await classroom.join('王芳', 0)
  await expect(page.getByRole('heading', { name: '课程还没开始' })).toBeVisible()
  await classroom.trainer.call('POST', `/api/classes/${classroom.classId}/end`)
  await expect(page.getByRole('heading', { name: '课程已结束' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: '课程已结束' })).toBeVisible()
  await classroom.trainer.call('POST', `/api/classes/${classroom.classId}/reopen`)
  // It looks every twenty seconds.
  await expect(page.getByRole('heading', { name: '课程还没开始' })).toBeVisible({ timeout: 40_000 })
})
