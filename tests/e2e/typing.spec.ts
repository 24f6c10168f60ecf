import type { Page } from '@playwright/test'
import { aloneAtDesk, card } from './alone.ts'
import { expect, phone, test } from './classroom.ts'
import { openTask } from './scale.ts'

const question = (page: Page) => page.locator('section', { has: page.getByRole('heading', { name: /下个月他只能认真跑两家/ }) })
const newLine = (page: Page) => question(page).getByPlaceholder('一句话，越具体越好')
const saveState = (page: Page, state: string) => expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', state)
const idea = (page: Page) => page.getByRole('textbox', { name: '我想到的因素' })
const ideas = '各自想因素 · 购买潜力'

test.describe('what is typed and not sent', () => {
  test.use({ groups: 2 })

  test('a line of a case that is changed or begun is saved without a button, survives a reload, another place and a dead line, and is nobody else’s until it is added', async ({ classroom }) => {
    const wifi = await classroom.wifi()
    const [ada, ben] = await Promise.all([classroom.join('王芳', 0, { wifi }), classroom.join('李强', 0)])
    await classroom.goTo('2.3')
    for (const page of [ada, ben]) await openTask(page, '案例')
    await newLine(ada).fill('东泰')
    await newLine(ada).press('Enter')
    const line = question(ada).getByRole('textbox', { name: '修改这一条' })
    await expect(line).toHaveValue('东泰')
    await saveState(ada, 'saved')

    // Changed, and the field is never left.
    await line.click()
    await ada.keyboard.press('End')
    await ada.keyboard.type('，有现成的数字')
    await expect(question(ben)).toContainText('东泰，有现成的数字')
    await expect(line).toBeFocused()
    await saveState(ada, 'saved')
    await ada.reload()
    await expect(line).toHaveValue('东泰，有现成的数字')

    // Reloaded right after the last key.
    await newLine(ada).click()
    await ada.keyboard.type('再选新昇')
    await ada.reload()
    await expect(newLine(ada)).toHaveValue('再选新昇')
    await openTask(ada, '任务')
    await openTask(ada, '案例')
    await expect(newLine(ada)).toHaveValue('再选新昇')
    await expect(question(ada)).toContainText('已保存')
    await expect(question(ben)).not.toContainText('新昇')

    // Begun without a line and left for another place: it is sent from there.
    wifi.cut()
    await newLine(ada).fill('再选新昇，三条线')
    await expect(question(ada)).toContainText('还没送到')
    await openTask(ada, '任务')
    await saveState(ada, 'offline')
    wifi.restore()
    await saveState(ada, 'saved')
    await openTask(ada, '案例')
    await expect(newLine(ada)).toHaveValue('再选新昇，三条线')
    await newLine(ada).press('Enter')
    await expect(question(ben)).toContainText('再选新昇，三条线')
    await expect(newLine(ada)).toHaveValue('')
  })

  test('a line that a lock caught in the field is there when the lock opens', async ({ classroom }) => {
    const [ada, ben] = await Promise.all([classroom.join('王芳', 0), classroom.join('李强', 0)])
    await classroom.goTo('2.3')
    for (const page of [ada, ben]) await openTask(page, '案例')
    await newLine(ada).click()
    await ada.keyboard.type('东泰')
    await classroom.control.send('lock:close', { groupIds: null, inMs: 0 })
    await expect(newLine(ada)).not.toBeEditable()
    await ada.reload()
    await expect(ada.getByText('现在锁定了，只能看。')).toBeVisible()
    await expect(newLine(ada)).toHaveValue('东泰')
    await classroom.control.send('lock:open', { groupIds: null })
    await expect(newLine(ada)).toBeEditable()
    await expect(newLine(ada)).toHaveValue('东泰')
    await expect(question(ada)).toContainText('已保存')
    await expect(question(ben)).not.toContainText('东泰')
  })

  test('an idea that is still being typed survives a reload, and counts when the trainer shows the round', async ({ classroom }) => {
    const [ada, ben, desk] = await Promise.all([classroom.join('王芳', 0, { viewport: phone, touch: true }), classroom.join('李强', 0), classroom.console()])
    await classroom.goTo('3.2')
    for (const page of [ada, ben]) await openTask(page, '潜力')
    await idea(ada).click()
    await ada.keyboard.type('扩产')
    await ada.reload()
    await expect(idea(ada)).toHaveValue('扩产')
    await expect(card(ada, ideas)).toContainText('已保存')
    await idea(ada).click()
    await ada.keyboard.press('End')
    await ada.keyboard.type('计划', { delay: 150 })
    await expect(card(ada, ideas).locator('[data-answer=saved]')).toBeVisible()
    await expect(card(ben, ideas)).not.toContainText('扩产')
    await aloneAtDesk(desk).getByRole('button', { name: '全部揭晓' }).click()
    await expect(aloneAtDesk(desk)).toContainText('还有 2 人没填好')
    await aloneAtDesk(desk).getByRole('button', { name: '全部揭晓' }).click()
    await expect(card(ada, ideas)).toContainText('扩产计划')
    await expect(card(ada, ideas)).toContainText('1 人想到 · 有你')
    await expect(card(ben, ideas)).toContainText('扩产计划')
  })
})
