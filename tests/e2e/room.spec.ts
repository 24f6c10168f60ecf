import { expect, phone, test } from './classroom.ts'
import { openTask } from './scale.ts'

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
    // A phone that goes by mobile data never gets there: the projector says so.
    await expect((await classroom.projector()).getByText('关掉移动数据')).toBeVisible()
    await page.goto(`${classroom.server.roomUrl}/j/${classroom.code}`)
    await expect(page.getByRole('radio')).toHaveCount(2)
    expect(foreign).toEqual([])
  })

  test('P4.14: joining and writing work in WeChat\'s browser, and it shows the way out of it to a download', async ({ classroom, browser }) => {
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

    // Downloads fail there: instead of them it shows the way out, as the same person.
    await classroom.control.send('takehome:open', { open: true })
    await page.getByRole('button', { name: '回到量表' }).click()
    await openTask(page, '成果')
    await expect(page.getByText('微信里不能下载文件')).toBeVisible()
    await expect(page.getByRole('button', { name: /^下载/ })).toHaveCount(0)
    await page.getByRole('button', { name: '生成续接码' }).click()
    const code = await page.getByRole('definition').last().innerText()
    const outside = await classroom.visit(`/j/${classroom.code}`, { viewport: phone })
    await outside.getByRole('button', { name: '我已经加入过，现在换了设备' }).click()
    await outside.getByRole('textbox', { name: '续接码' }).fill(code)
    await outside.getByRole('button', { name: '继续', exact: true }).click()
    await openTask(outside, '成果')
    const [file] = await Promise.all([outside.waitForEvent('download'), outside.getByRole('button', { name: '下载工作簿' }).click()])
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
    expect((await classroom.control.view()).members.map((member) => member.name).sort()).toEqual(['微信里的人', '旁边的人'])
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
