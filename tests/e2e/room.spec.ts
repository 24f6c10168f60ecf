import { expect, phone, test } from './classroom.ts'

const WECHAT = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50(0x18003233) NetType/WIFI Language/zh_CN'

test.describe('in the room', () => {
  test.use({ groups: 2 })

  test('P4.1: the class works where the page is no secure context, as at the laptop\'s address', async ({ classroom }) => {
    const ada = await classroom.joinByPage('王芳', 0)
    expect(await ada.evaluate(() => [isSecureContext, 'randomUUID' in crypto, 'serviceWorker' in navigator, 'clipboard' in navigator])).toEqual([false, false, false, false])
    await expect(ada.getByText('已保存')).toBeVisible()
  })

  test('P4.8: the way in says that the Wi-Fi needs no internet, and nothing is asked of any other host', async ({ classroom }) => {
    const page = await classroom.visit('/', { viewport: phone })
    const foreign: string[] = []
    page.on('request', (request) => { if (new URL(request.url()).host !== new URL(classroom.server.roomUrl).host) foreign.push(request.url()) })
    await page.reload()
    await expect(page.getByText('上课不需要外网')).toBeVisible()
    await page.goto(`${classroom.server.roomUrl}/j/${classroom.code}`)
    await expect(page.getByRole('radio')).toHaveCount(2)
    expect(foreign).toEqual([])
  })

  test('P4.14: joining and writing work in WeChat\'s browser', async ({ classroom, browser }) => {
    const context = await browser.newContext({ viewport: phone, userAgent: WECHAT, hasTouch: true })
    const page = await context.newPage()
    await page.goto(`${classroom.server.roomUrl}/j/${classroom.code}`)
    await page.getByRole('textbox', { name: '你的名字' }).fill('微信里的人')
    await page.getByRole('radio').first().check({ force: true })
    await page.getByRole('button', { name: '进入课堂' }).click()
    await classroom.goTo('3.2')
    await page.getByRole('navigation', { name: '小组工作区' }).getByRole('button', { name: /^潜力/ }).click()
    await page.getByRole('button', { name: '添加因素' }).first().click()
    await page.keyboard.type('付款速度')
    const peer = await classroom.tablet('旁边的人', 0)
    await expect.poll(() => peer.work().scales.potential.factors.map((factor) => factor.name)).toEqual(['付款速度'])
    await context.close()
  })

  test('a part of the page that bad Wi-Fi kept away is asked for again, its style too', async ({ classroom, browser }) => {
    const context = await browser.newContext({ viewport: phone, hasTouch: true })
    const page = await context.newPage()
    const kept = new Map<string, number>()
    await page.route(/\/assets\/(?:ScalePanel|MeasurePanel)-[^/]*\.(?:js|css)$/, async (route) => {
      const { pathname } = new URL(route.request().url())
      kept.set(pathname, (kept.get(pathname) ?? 0) + 1)
      await (kept.get(pathname) === 1 ? route.abort('connectionreset') : route.continue())
    })
    await page.goto(`${classroom.server.roomUrl}/j/${classroom.code}`)
    await page.getByRole('textbox', { name: '你的名字' }).fill('角落里的人')
    await page.getByRole('radio').first().check({ force: true })
    await page.getByRole('button', { name: '进入课堂' }).click()
    await classroom.goTo('3.2')
    await page.getByRole('navigation', { name: '小组工作区' }).getByRole('button', { name: /^潜力/ }).click()
    await expect(page.getByRole('button', { name: '添加因素' }).first()).toBeVisible()
    expect([...kept.keys()].length).toBeGreaterThan(0)
    await expect.poll(() => [...kept.values()].every((asked) => asked > 1)).toBe(true)
    await context.close()
  })

  test('a group without a name of its own is its letter on every face', async ({ classroom }) => {
    await classroom.control.send('group:add', {})
    const page = await classroom.visit(`/j/${classroom.code}`, { viewport: phone })
    await expect(page.getByRole('radio', { name: /^C/ })).toBeVisible()
    const desk = await classroom.console()
    await expect(desk.getByRole('button', { name: /^C/ }).first()).toBeVisible()
  })

  test('who is moved to another group is told so, and gives it another name there', async ({ classroom }) => {
    const page = await classroom.joinByPage('王芳', 0)
    const { members } = await classroom.control.until((view) => view.members.length === 1)
    await classroom.control.send('participant:move', { participantId: members[0]?.id ?? '', groupId: classroom.groupId(1) })
    await expect(page.getByText('培训师把你移到了 B 组，这里是他们的内容。')).toBeVisible()
    await page.getByRole('button', { name: '改队名' }).click()
    await page.getByRole('textbox', { name: '队名' }).fill('远航二队')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByRole('button', { name: '改队名' })).toBeVisible()
    await expect(page.getByRole('heading', { name: /远航二队/ })).toBeVisible()
  })

  test('a tablet of a class that has ended finds by itself that it goes on, or that it is wiped', async ({ classroom }) => {
    const page = await classroom.join('王芳', 0)
    await page.clock.install()
    await classroom.trainer.call('POST', `/api/classes/${classroom.classId}/end`)
    const over = page.getByRole('heading', { name: '课程已结束' })
    await expect(over).toBeVisible()
    // Nothing of before the end is known after a reload.
    await page.reload()
    await expect(over).toBeVisible()
    await classroom.trainer.call('POST', `/api/classes/${classroom.classId}/reopen`)
    await page.clock.runFor(21_000)
    await expect(page.getByText('已保存')).toBeVisible()
    await classroom.trainer.call('POST', `/api/classes/${classroom.classId}/end`)
    await expect(over).toBeVisible()
    await classroom.trainer.call('DELETE', `/api/classes/${classroom.classId}`)
    await page.clock.runFor(21_000)
    await expect(page.getByRole('heading', { name: '这个班级已清除' })).toBeVisible()
  })
})
