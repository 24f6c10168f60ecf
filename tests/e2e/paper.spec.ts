import { addUsp } from '../../shared/usp/document.ts'
import { expect, test } from './classroom.ts'
import { agenda, room } from './desk.ts'

const laptop = { width: 1440, height: 900 }

test.describe('what is printed from a dialog', () => {
  test.use({ groups: 1 })

  test('begins at the head of the paper, and none of it is beside it', async ({ classroom }) => {
    await classroom.tablet('王芳', 0)
    const desk = await classroom.console({ viewport: laptop })
    await classroom.goTo('1')
    for (const [part, name] of [[agenda(desk), '时间对照'], [room(desk), '签到表']] as const) {
      await part.getByRole('button', { name }).click()
      const printed = desk.locator('[data-print]')
      await expect(printed).toBeVisible()
      await desk.emulateMedia({ media: 'print' })
      const { x, y, width } = await printed.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect)
      expect({ name, isBelow: y >= 0, isRight: x >= 0, fits: x + width <= laptop.width }).toEqual({ name, isBelow: true, isRight: true, fits: true })
      await desk.emulateMedia({ media: 'screen' })
      await desk.keyboard.press('Escape')
      await expect(printed).toBeHidden()
    }
  })
})

test.describe('the report on A4, in English', () => {
  test.use({ groups: 1 })

  test('breaks none of its own words', async ({ classroom }) => {
    const ada = await classroom.tablet('Ann', 0)
    const text = 'An engineer at the machine within four hours, nights and weekends too'
    ada.write((doc, origin) => { addUsp(doc, [], { id: 'usp1', source: 'position', texts: { claim: text, evidence: text, competitor: text } }, origin) })
    const desk = await classroom.console({ viewport: { width: 703, height: 1000 }, locale: 'en-US' })
    await desk.goto(new URL(`/report/${classroom.classId}/${classroom.groupId(0)}`, desk.url()).href)
    await expect(desk.getByRole('cell', { name: 'Position' })).toBeVisible()
    await desk.emulateMedia({ media: 'print' })
    for (const word of ['Source', 'Unique', 'Valued', 'Provable', 'Dots']) {
      const lines = await desk.getByRole('columnheader', { name: word }).evaluate((head) => {
        const range = document.createRange()
        range.selectNodeContents(head)
        return new Set([...range.getClientRects()].map(({ top }) => top)).size
      })
      expect({ word, lines }).toEqual({ word, lines: 1 })
    }
  })
})
