import { expect, test } from '@playwright/test'
import { feedbackQuestions } from '../../../shared/feedback/model.ts'
import { feedbackGrade, giveFeedback, promise } from '../../simulator/answers.ts'
import { gradeAll } from '../afternoon.ts'
import { pickLine } from '../desk.ts'
import { ask, spread } from './asking.ts'
import { type Day, everybody, goTo, heading, people } from './day.ts'

/** Item 10: what has changed since the morning, what each promises, what they say of the day. */
export async function review(day: Day): Promise<void> {
  const { wang, desk, screen } = day
  await test.step('10 · the self-check again, beside the morning’s; a promise each; what people say of the day', async () => {
    await goTo(day, 'i-10', '下周我要做的一件事')
    const poll = await ask(day, 'symptoms-evening', async () => {
      await gradeAll(wang.getByRole('region', { name: '投票' }), [1, 2, 1])
      await wang.getByRole('button', { name: '好了' }).click()
    })
    if (poll.kind !== 'scale') throw new Error('not a scale')
    const [first] = poll.statements
    const row = screen.getByRole('listitem').filter({ hasText: first?.text['zh-CN'] ?? '?' })
    await expect(row.getByRole('img')).toHaveAttribute('aria-label', spread(day, poll, first?.id ?? '', 1))
    await expect(row).toContainText('→')

    await wang.getByRole('textbox', { name: '我的承诺' }).fill('约南山水务的设备主管看一次夜班抢修')
    await wang.getByLabel('哪天之前').fill('2026-12-04')
    const grades = wang.getByRole('radiogroup')
    for (const [place] of feedbackQuestions.entries()) await grades.nth(place).getByRole('radio', { name: '5' }).click()
    await expect(wang.getByText('已保存', { exact: true })).toHaveCount(3)
    await everybody(day, async (tablet, place) => {
      await promise(tablet, `第 ${place + 1} 位：把前二十家客户量一遍`, '2026-12-11')
      await giveFeedback(tablet, place, place === 3 ? '地图那一段可以再长一点' : '')
    })
    await desk.getByRole('button', { name: '承诺与反馈' }).click()
    const sheet = desk.getByRole('dialog', { name: '承诺与反馈' })
    await expect(sheet).toContainText(`${people(day) + 1}/${people(day) + 1} 人已写承诺`)
    await pickLine(sheet, '约南山水务的设备主管看一次夜班抢修')
    await sheet.getByRole('button', { name: '放到投影上' }).click()
    await expect(screen.getByRole('listitem').filter({ hasText: '约南山水务的设备主管看一次夜班抢修' })).toContainText('12月4日')
    await sheet.getByRole('radio', { name: '课程反馈' }).click()
    await expect(sheet).toContainText('地图那一段可以再长一点')
    await sheet.getByRole('button', { name: '把打分放到投影上' }).click()
    await expect(heading(screen, '课程反馈')).toBeVisible()
    const useful = [...Array.from({ length: people(day) }, (_, place) => feedbackGrade(place, 0)), 5]
    await expect(screen.getByRole('listitem').filter({ hasText: '今天学的，工作中用得上' }).getByRole('img')).toHaveAttribute('aria-label', [1, 2, 3, 4, 5].map((grade) => `${grade}: ${useful.filter((one) => one === grade).length}`).join(', '))
    await desk.keyboard.press('Escape')
  })
}
