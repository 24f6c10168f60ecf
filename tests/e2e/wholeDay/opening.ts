import { expect, test } from '@playwright/test'
import { writeIdea } from '../../simulator/answers.ts'
import { gradeAll } from '../afternoon.ts'
import { pickLine, room, show } from '../desk.ts'
import { ask, spread } from './asking.ts'
import { type Day, everybody, goTo, heading, nameOf, people } from './day.ts'

/** Items 0 to 2.3: people are in, the self-check, the room's tools, the case. */
export async function opening(day: Day): Promise<void> {
  const { classroom, wang, desk, screen } = day
  await test.step('0, 1 · people are in; the self-check on the three symptoms', async () => {
    await expect(screen.getByText(`已有 ${people(day) + 1} 人进入`)).toBeVisible()
    await goTo(day, 'i-1')
    await expect(screen.getByText('扫码进入课堂')).toBeVisible()
    const poll = await ask(day, 'symptoms-morning', () => gradeAll(wang.getByRole('main'), [5, 4, 3]))
    if (poll.kind !== 'scale') throw new Error('not a scale')
    for (const [row, { id, text }] of poll.statements.entries()) {
      await expect(screen.getByRole('listitem').filter({ hasText: text['zh-CN'] }).getByRole('img')).toHaveAttribute('aria-label', spread(day, poll, id, 5 - row))
    }
    await expect(wang.getByText(`投票结果 · ${people(day) + 1} 人投票`)).toBeVisible()
  })
  await test.step('2.1 · the opening question: chance chooses who answers, and the group gets its points', async () => {
    await goTo(day, 'i-2-1')
    await room(desk).getByRole('button', { name: '抽签' }).click()
    await desk.getByRole('dialog', { name: '抽签' }).getByRole('button', { name: '抽一个' }).click()
    const { draw } = await classroom.control.until((view) => view.draw !== null)
    await expect(heading(screen, '抽一位')).toBeVisible()
    await expect(screen.getByText(draw?.name ?? '?', { exact: true })).toBeVisible()
    await desk.keyboard.press('Escape')
    await room(desk).getByRole('button', { name: '积分' }).click()
    await desk.getByRole('button', { name: new RegExp(`给 .*${nameOf(day, 1)} \\+5 分`) }).click()
    await desk.getByRole('dialog', { name: '小组积分' }).getByRole('button', { name: '放到投影上' }).click()
    await expect(screen.getByRole('listitem').filter({ hasText: nameOf(day, 1) })).toContainText('5')
    await desk.keyboard.press('Escape')
  })
  await test.step('2.2 · the clock on the projector, and eyes to the front', async () => {
    await goTo(day, 'i-2-2')
    await show(desk, '计时')
    for (const page of [screen, wang]) await expect(page.getByRole('timer').first()).toHaveText(/0:(0\d|1[0-2])/)
    await room(desk).getByRole('button', { name: '请看前面' }).click()
    await expect(wang.getByRole('alertdialog', { name: '请看前面' })).toBeVisible()
    await room(desk).getByRole('button', { name: '结束“请看前面”' }).click()
    await expect(wang.getByRole('alertdialog')).toHaveCount(0)
  })
  await test.step('2.3 · the case: each writes, the trainer picks for the projector', async () => {
    await goTo(day, 'i-2-3')
    const question = /下个月他只能认真跑两家/
    await wang.getByRole('textbox', { name: question }).fill('先去东泰：六台主机都到期')
    await wang.getByRole('textbox', { name: question }).press('Enter')
    await everybody(day, (tablet, place) => writeIdea(tablet, 'i-2-3', 'whom', `第 ${place + 1} 位：看明年的用量`))
    await desk.getByRole('button', { name: '案例板' }).click()
    const board = desk.getByRole('dialog', { name: '案例板' })
    for (const line of ['先去东泰：六台主机都到期', '第 5 位：看明年的用量']) await pickLine(board, line)
    await board.getByRole('button', { name: '放到投影上' }).click()
    await expect(heading(screen, question)).toBeVisible()
    await expect(screen.getByRole('listitem').filter({ hasText: /东泰|第 5 位/ })).toHaveCount(2)
    await desk.keyboard.press('Escape')
  })
}
