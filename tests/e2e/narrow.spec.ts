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
})
