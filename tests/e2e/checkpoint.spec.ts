import type { Page } from '@playwright/test'
import { expect, test } from './classroom.ts'
import { agenda, tile } from './desk.ts'
import { addFactor, factorRow, field, isSaved, openFactor, openScale, openTask } from './scale.ts'

const shows = async (page: Page, names: readonly string[], gone: readonly string[]): Promise<void> => {
  for (const name of names) await expect(factorRow(page, name)).toBeVisible()
  for (const name of gone) await expect(factorRow(page, name)).toHaveCount(0)
}

test.describe('a group\'s work goes back to a checkpoint', () => {
  test.use({ groups: 2 })

  test('both tablets show it without a reload and go on, the trainer can undo, and a reload keeps it', async ({ classroom }) => {
    const desk = await classroom.console()
    const [ada, ben] = await Promise.all([classroom.join('王芳', 0), classroom.join('李明', 0)])
    await classroom.goTo('3.2')
    for (const page of [ada, ben]) await openScale(page, 'potential')
    await addFactor(ada, '年采购额')
    await field(ada, '定义').pressSequentially('明年可买的金额')
    await addFactor(ben, '增长速度')
    for (const page of [ada, ben]) await isSaved(page)
    await agenda(desk).getByRole('button', { name: /^下一项/ }).click()

    await test.step('they wreck it', async () => {
      for (const page of [ada, ben]) await openTask(page, '潜力')
      await openFactor(ada, '年采购额')
      await field(ada, '定义').fill('')
      await field(ada, '名称').fill('胡写的')
      await openFactor(ben, '增长速度')
      await ben.getByRole('button', { name: '移除' }).first().click()
      await addFactor(ben, '多余的')
      await shows(ada, ['胡写的', '多余的'], ['年采购额', '增长速度'])
      for (const page of [ada, ben]) await isSaved(page)
    })

    const sheet = desk.getByRole('dialog').first()
    await test.step('the trainer sees what changed and goes back', async () => {
      await tile(desk, 'A').click()
      await sheet.getByRole('tab', { name: '检查点' }).click()
      await sheet.getByRole('button', { name: /练习结束.*3\.2 .*2 个?因素/ }).click()
      await expect(sheet.getByRole('listitem').filter({ hasText: '潜力量表：移除 1 个因素（增长速度）' }).first()).toBeVisible()
      await expect(sheet.getByText('潜力量表：新增 1 个因素（多余的）')).toBeVisible()
      await expect(sheet.getByText('潜力量表：改写 1 个因素（胡写的）')).toBeVisible()
      await sheet.getByRole('button', { name: '恢复到这一刻' }).click()
      const question = desk.getByRole('dialog', { name: /^恢复到/ })
      await expect(question).toContainText('现在的内容会先留成一个检查点')
      await question.getByRole('button', { name: '恢复', exact: true }).click()
    })

    await test.step('P1.7: the fields that are open follow, and what is typed next reaches the other', async () => {
      for (const page of [ada, ben]) {
        await shows(page, ['年采购额', '增长速度'], ['胡写的', '多余的'])
        await expect(page.getByText(/培训师把本组的内容恢复到了/).first()).toBeVisible()
      }
      await expect(field(ada, '定义')).toHaveValue('明年可买的金额')
      await field(ada, '定义').press('End')
      await field(ada, '定义').pressSequentially('，万元')
      await openFactor(ben, '年采购额')
      await expect(field(ben, '定义')).toHaveValue('明年可买的金额，万元')
      await field(ben, '名称').press('End')
      await field(ben, '名称').pressSequentially('（新）')
      await expect(field(ada, '名称')).toHaveValue('年采购额（新）')
    })

    await test.step('undone, and done again, from the list', async () => {
      await sheet.getByRole('button', { name: /恢复之前/ }).first().click()
      await sheet.getByRole('button', { name: '恢复到这一刻' }).click()
      await desk.getByRole('dialog', { name: /^恢复到/ }).getByRole('button', { name: '恢复', exact: true }).click()
      await shows(ada, ['胡写的', '多余的'], ['年采购额', '增长速度'])
      await desk.locator('[data-toasts] > div').filter({ hasText: '已恢复到' }).last().getByRole('button', { name: '撤销' }).click()
      await shows(ada, ['年采购额（新）', '增长速度'], ['胡写的', '多余的'])
    })

    await test.step('a reload keeps it', async () => {
      for (const page of [ada, ben]) {
        await isSaved(page)
        await page.reload()
        await shows(page, ['年采购额（新）', '增长速度'], ['胡写的', '多余的'])
      }
    })
  })
})
