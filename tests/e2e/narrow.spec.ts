import { expect, phone, test } from './classroom.ts'
import { openTask } from './scale.ts'

test.describe('on a phone', () => {
  test.use({ groups: 2 })

  test('the steps of a strategy lead back and on by buttons of one line, with undo between them', async ({ classroom }) => {
    const ada = await classroom.join('王芳', 0, { viewport: phone, touch: true })
    await classroom.goTo('8.2')
    await openTask(ada, '攻略')
    await ada.getByRole('button', { name: /^“进攻”区的客户/ }).click()
    const boxes = await Promise.all(['上一步', '撤销我的上一步', '下一步'].map((name) => ada.getByRole('button', { name, exact: true }).boundingBox()))
    expect(boxes.map((box) => box?.height)).toEqual([44, 44, 44])
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(1)
  })

  test('neither two cases to choose from nor a long team name make a page wider than the screen', async ({ classroom }) => {
    await classroom.control.send('group:rename', { groupId: classroom.groupId(0), name: '华东精密制造大客户远航突击队第一组' })
    const ada = await classroom.join('王芳', 1, { viewport: phone, touch: true })
    const width = (): Promise<number> => ada.evaluate(() => document.documentElement.scrollWidth)
    await classroom.goTo('2.3')
    await classroom.goTo('8.1')
    await openTask(ada, '案例')
    await expect(ada.getByRole('radio', { name: '案例：一家大企业的客户攻略' })).toBeVisible()
    await expect(ada.getByRole('heading', { name: '起点' })).toBeVisible()
    expect(await width()).toBe(phone.width)
    await classroom.goTo('9')
    await classroom.control.send('share:present', { groupId: classroom.groupId(0) })
    await openTask(ada, '分享')
    await expect(ada.getByRole('region', { name: /^给.*组打分/ })).toBeVisible()
    expect(await width()).toBe(phone.width)
  })

  test('a field and its button stay within their card on the narrowest phone, in English', async ({ classroom }) => {
    const ada = await classroom.join('Ann', 0, { viewport: { width: 360, height: 640 }, touch: true, locale: 'en-US' })
    await ada.getByRole('button', { name: 'Change the team name' }).click()
    const save = ada.getByRole('button', { name: 'Save', exact: true })
    const [button, card] = await Promise.all([save.boundingBox(), ada.locator('section', { has: save }).boundingBox()])
    const PADDING = 20
    expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThanOrEqual((card?.x ?? 0) + (card?.width ?? 0) - PADDING)
  })

  test('across a phone with its keyboard open a field is there with its label', async ({ classroom }) => {
    await (await classroom.tablet('老陈', 0)).typeFactor('potential', '年采购额')
    const ada = await classroom.join('王芳', 0, { viewport: { width: 740, height: 360 }, touch: true })
    await classroom.goTo('5.2')
    await openTask(ada, '潜力')
    await ada.getByRole('button', { name: '编辑“年采购额”' }).click()
    await ada.getByRole('textbox', { name: '定义' }).focus()
    await expect(ada.getByRole('button', { name: '去完成' })).toBeVisible()
    await ada.setViewportSize({ width: 740, height: 180 })
    await expect(ada.getByRole('button', { name: '去完成' })).toBeHidden()
    await ada.getByRole('textbox', { name: '定义' }).blur()
    await expect(ada.getByRole('button', { name: '去完成' })).toBeVisible()
  })

  test('a re-entry code stays in one line on the narrowest phone, also on the page of a class that has ended', async ({ classroom }) => {
    const ada = await classroom.join('王芳', 0, { viewport: { width: 360, height: 640 }, touch: true })
    await classroom.trainer.call('POST', `/api/classes/${classroom.classId}/end`)
    await ada.getByRole('button', { name: '换一台设备取成果' }).click()
    await ada.getByRole('button', { name: '生成续接码' }).click()
    const lines = await ada.getByRole('definition').last().evaluate((code) => {
      const range = document.createRange()
      range.selectNodeContents(code)
      return new Set([...range.getClientRects()].map(({ top }) => top)).size
    })
    expect(lines).toBe(1)
  })
})
