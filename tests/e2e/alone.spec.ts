import type { Locator, Page } from '@playwright/test'
import { expect, phone, test } from './classroom.ts'
import { openTask, weight } from './scale.ts'

const card = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
const mine = (page: Page, factor: string): Locator => page.getByRole('textbox', { name: `我给“${factor}”的权重` })

test.describe('alone, then together', () => {
  test.use({ groups: 2 })

  test('two members weigh alone: neither sees the other, also not after a reload; shown, they discuss what is far apart and adopt it with a reason', async ({ classroom }) => {
    const helper = await classroom.tablet('老陈', 0)
    for (const name of ['年采购额', '付款速度']) await helper.typeFactor('potential', name)
    const [ada, ben] = [await classroom.join('王芳', 0), await classroom.join('李强', 0, { viewport: phone, touch: true })]
    await classroom.goTo('3.2')
    for (const page of [ada, ben]) await openTask(page, '潜力')
    await card(ada, '先各自，再一起').getByRole('button', { name: '各自定权重' }).click()
    const title = '各自定权重 · 购买潜力'
    for (const page of [ada, ben]) await expect(card(page, title)).toContainText('0/3 人填好了')

    await mine(ada, '年采购额').fill('70')
    await mine(ada, '付款速度').fill('30')
    await mine(ada, '付款速度').blur()
    await card(ada, title).getByRole('button', { name: '我填好了' }).click()
    await expect(card(ben, title)).toContainText('1/3 人填好了')
    await expect(card(ben, title)).not.toContainText('70')
    await expect(mine(ben, '年采购额')).toHaveValue('')
    await expect(card(ben, title).getByRole('button', { name: '全部揭晓' })).toBeDisabled()

    // A phone that is reloaded in the middle goes on where it was.
    await mine(ben, '年采购额').fill('40')
    await mine(ben, '年采购额').blur()
    await expect(card(ben, title)).toContainText('还差 60')
    await ben.reload()
    await expect(mine(ben, '年采购额')).toHaveValue('40')
    await mine(ben, '付款速度').fill('60')
    await mine(ben, '付款速度').blur()
    await card(ben, title).getByRole('button', { name: '我填好了' }).click()
    await card(ben, title).getByRole('button', { name: '全部揭晓' }).click()
    await expect(card(ben, title)).toContainText('还有 1 人没填好')
    await card(ben, title).getByRole('button', { name: '现在揭晓' }).click()

    await expect(card(ada, title).getByRole('img', { name: '年采购额：40、70' })).toBeVisible()
    await expect(card(ada, title).getByText('值得谈')).toHaveCount(2)
    await card(ada, title).getByRole('button', { name: '“年采购额”自定' }).click()
    const own = card(ada, title).getByRole('form', { name: '“年采购额”自定' })
    await own.getByRole('textbox', { name: '数值' }).fill('65')
    await expect(own.getByRole('button', { name: '采用' })).toBeDisabled()
    await own.getByRole('textbox', { name: '理由' }).fill('采购额说了算')
    await own.getByRole('button', { name: '采用' }).click()
    await expect(weight(ben, '年采购额')).toHaveValue('65')
    await expect(card(ben, title)).toContainText('自定的理由：采购额说了算')
    await card(ben, title).getByRole('button', { name: '“付款速度”采用均值 45' }).click()
    await expect(weight(ada, '付款速度')).toHaveValue('45')
    await card(ada, title).getByRole('button', { name: '全部取中位数' }).click()
    await expect(weight(ben, '年采购额')).toHaveValue('55')
  })

  test('ideas that were written without a line arrive by themselves; shown, one tap makes one a factor', async ({ classroom }) => {
    const wifi = await classroom.wifi()
    const [ada, ben] = [await classroom.join('王芳', 0), await classroom.join('李强', 0, { viewport: phone, wifi })]
    await classroom.goTo('3.2')
    for (const page of [ada, ben]) await openTask(page, '潜力')
    const title = '各自想因素 · 购买潜力'
    const write = async (page: Page, idea: string): Promise<void> => {
      await page.getByRole('textbox', { name: '我想到的因素' }).fill(idea)
      await page.getByRole('button', { name: '记下' }).click()
    }
    await write(ada, '年采购额')
    await card(ada, title).getByRole('button', { name: '我填好了' }).click()
    await expect(card(ben, title)).toContainText('1/2 人填好了')
    wifi.cut()
    await write(ben, '年采购额')
    await write(ben, '扩产计划')
    await card(ben, title).getByRole('button', { name: '我填好了' }).click()
    await expect(card(ben, title)).toContainText('还没送到')
    wifi.restore()
    await expect(card(ada, title)).toContainText('2/2 人填好了')
    await card(ada, title).getByRole('button', { name: '全部揭晓' }).click()
    await expect(card(ben, title)).toContainText('2 人想到')
    await card(ben, title).getByRole('button', { name: '把“扩产计划”加入量表' }).click()
    await expect(ada.getByRole('button', { name: '编辑“扩产计划”' })).toBeVisible()
  })

  test('who was without a line while it was shown is told so, and has what they wrote for the next round', async ({ classroom }) => {
    const wifi = await classroom.wifi()
    const [ada, ben] = [await classroom.join('王芳', 0), await classroom.join('李强', 0, { wifi })]
    await classroom.goTo('3.2')
    for (const page of [ada, ben]) await openTask(page, '潜力')
    const title = '各自想因素 · 购买潜力'
    await ada.getByRole('textbox', { name: '我想到的因素' }).fill('年采购额')
    await card(ada, title).getByRole('button', { name: '我填好了' }).click()
    await expect(card(ben, title)).toContainText('1/2 人填好了')
    wifi.cut()
    await ben.getByRole('textbox', { name: '我想到的因素' }).fill('扩产计划')
    await card(ben, title).getByRole('button', { name: '我填好了' }).click()
    await expect(card(ben, title)).toContainText('还没送到')
    await expect(card(ada, title).getByRole('button', { name: '全部揭晓' })).toBeEnabled()
    await card(ada, title).getByRole('button', { name: '全部揭晓' }).click()
    await card(ada, title).getByRole('button', { name: '现在揭晓' }).click()
    await expect(card(ada, title)).toContainText('已揭晓')
    wifi.restore()
    await expect(card(ben, title)).toContainText('来晚了')
    await expect(card(ben, title)).not.toContainText('扩产计划')
    await card(ben, title).getByRole('button', { name: '再来一轮' }).click()
    await expect(card(ben, title)).toContainText('扩产计划')
    await card(ben, title).getByRole('button', { name: '我填好了' }).click()
    await expect(card(ada, title)).toContainText('1/2 人填好了')
    await expect(card(ada, title)).not.toContainText('扩产计划')
    await expect(card(ada, title)).toContainText('年采购额')
  })

  test('the trainer opens it for all, sees who is done and no figure, shows it, and the room sees strips without names', async ({ classroom }) => {
    const [ada, ben] = [await classroom.tablet('王芳', 0), await classroom.tablet('李强', 0)]
    const factorId = await ada.typeFactor('potential', '年采购额')
    const customerId = await ada.addCustomer('启明电子')
    const [desk, projector] = [await classroom.console(), await classroom.projector()]
    await classroom.goTo('5.2')
    const groupId = classroom.groupId(0)
    await ada.answer(`grades:${groupId}/grades/1`, { grades: { [customerId]: { [factorId]: 1 } }, done: true })
    const dock = desk.getByRole('region', { name: '先各自，再一起' })
    await expect(dock).toContainText('1/2 人填好了')
    await dock.getByRole('button', { name: '各组进展' }).click()
    const sheet = desk.getByRole('dialog', { name: '给客户打分' })
    await expect(sheet).toContainText('等：李强')
    await ben.answer(`grades:${groupId}/grades/1`, { grades: { [customerId]: { [factorId]: 4 } }, done: true })
    await sheet.getByRole('button', { name: '投到大屏' }).first().click()
    await expect(projector.getByText('2/2 人填好了')).toBeVisible()
    await sheet.getByRole('button', { name: '揭晓', exact: true }).first().click()
    await expect(sheet).toContainText('1 处值得谈')
    await expect(projector.getByText('定义不够准')).toBeVisible()
    await expect(projector.getByText('启明电子')).toHaveCount(0)
    await expect(projector.getByText(/王芳|李强/)).toHaveCount(0)
  })
})
