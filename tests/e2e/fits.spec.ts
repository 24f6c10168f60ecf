import type { Locator } from '@playwright/test'
import { setFactorCell } from '../../shared/scale/document.ts'
import { expect, test } from './classroom.ts'
import { openTask } from './scale.ts'

/** A dozen teams, long names, odd figures: what does not fit makes room, or says that there is more. */
test.describe('twelve groups', () => {
  test.use({ groups: 12 })

  test('all tiles are in sight on a small laptop, also while everybody weighs alone', async ({ classroom }) => {
    await classroom.simulate(12)
    const desk = await classroom.console({ viewport: { width: 1280, height: 720 } })
    await classroom.goTo('3.2')
    await classroom.control.send('alone:open', { exercise: 'weights-potential', groupIds: null, customerIds: [], graderIds: null })
    const wall = desk.getByRole('region', { name: '小组', exact: true })
    await expect(wall.getByText('定权重 · 潜力 0/2 人')).toHaveCount(12)
    expect(await wall.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBeLessThanOrEqual(0)
  })
})

test.describe('a group', () => {
  test.use({ groups: 1 })

  test('whose points have decimals reads each of them whole, on its mark', async ({ classroom }) => {
    const helper = await classroom.tablet('老陈', 0)
    const factorId = await helper.typeFactor('potential', '年采购额')
    await helper.addCustomer('云朵齿轮')
    helper.write((doc, origin) => { for (const level of [1, 2, 3, 4]) setFactorCell(doc, 'potential', factorId, { cell: 'points', level, value: level * 100 + 0.125 }, origin) })
    helper.grade((helper.work().customers[0]?.id ?? ''), factorId, { kind: 'level', level: 2 })
    const ada = await classroom.join('王芳', 0)
    await classroom.goTo('5.2')
    await openTask(ada, '潜力')
    await ada.getByRole('button', { name: '编辑“年采购额”' }).click()
    await expectToFit(ada.getByText('200.125', { exact: true }))
    await openTask(ada, '客户')
    await expectToFit(ada.getByRole('grid').getByText('200.125', { exact: true }))
    await expectToFit(ada.getByRole('button', { name: '200.125' }).getByText('200.125', { exact: true }).last())
  })

  test('with a name of twenty hanzi leaves room on an old beamer for what is shown of it', async ({ classroom }) => {
    await classroom.control.send('group:rename', { groupId: classroom.groupId(0), name: '华东精密制造大客户远航突击队第一小组甲乙' })
    const helper = await classroom.tablet('老陈', 0)
    await helper.typeFactor('potential', '年采购额')
    await classroom.control.send('projector:show', { scene: { kind: 'spotlight', groupId: classroom.groupId(0), part: 'potential' } })
    const stage = await classroom.projector({ viewport: { width: 1024, height: 768 } })
    const [name, part] = await Promise.all([stage.getByText('华东精密制造大客户远航突击队第一小组甲乙'), stage.getByText('购买潜力量表')].map((words) => words.boundingBox()))
    expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThanOrEqual(part?.x ?? 0)
    await expect(stage.getByText('购买潜力量表')).toBeInViewport({ ratio: 1 })
  })

  test('sees by a shade that a grid of many factors goes on, and that there is something behind it', async ({ classroom }) => {
    const helper = await classroom.tablet('老陈', 0)
    for (let place = 1; place <= 12; place++) await helper.typeFactor(place % 2 ? 'potential' : 'relationship', `因素${place}`)
    await helper.addCustomer('云朵齿轮')
    helper.settings({ gutDoneAt: 1 })
    const ada = await classroom.join('王芳', 0, { viewport: { width: 1024, height: 768 } })
    await classroom.goTo('5.2')
    await openTask(ada, '客户')
    const grid = ada.getByRole('grid')
    const edges = (): Promise<{ left: boolean; right: boolean }> => grid.evaluate((table) => {
      const frame = table.parentElement?.parentElement
      const names = table.querySelector('th[scope="row"]')
      return { left: names !== null && getComputedStyle(names).boxShadow !== 'none', right: frame !== null && frame !== undefined && getComputedStyle(frame, '::after').content === '""' }
    })
    await expect.poll(edges).toEqual({ left: false, right: true })
    await grid.getByRole('gridcell').last().scrollIntoViewIfNeeded()
    await grid.evaluate((table) => { table.parentElement?.scrollTo({ left: table.scrollWidth }) })
    await expect.poll(edges).toEqual({ left: true, right: false })
  })
})

/** Its words are no wider than its box, and its box stays within the one around it. */
async function expectToFit(mark: Locator): Promise<void> {
  await expect(mark).toBeVisible()
  const beyond = await mark.evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    const [words, box, around] = [range.getBoundingClientRect(), element.getBoundingClientRect(), element.parentElement?.getBoundingClientRect() ?? element.getBoundingClientRect()]
    return Math.max(box.left - words.left, words.right - box.right, around.left - words.left, words.right - around.right)
  })
  expect(beyond).toBeLessThanOrEqual(0)
}
