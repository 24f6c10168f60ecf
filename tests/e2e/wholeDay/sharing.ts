import { expect, test } from '@playwright/test'
import { defaultRubric, scoreResult } from '../../../shared/sharing/model.ts'
import { score, scoreOf } from '../../simulator/answers.ts'
import { scoreStage } from '../afternoon.ts'
import { room } from '../desk.ts'
import { type Day, goTo, heading, letterOf, nameOf } from './day.ts'

/** Item 9: the groups on the stage. */
export async function sharing(day: Day): Promise<void> {
  const { classroom, wang, desk, screen, plays } = day
  await test.step('9 · each group on the stage, scored by the others; the scores in the end', async () => {
    await goTo(day, 'i-9', '成果分享')
    await room(desk).getByRole('button', { name: '主持成果分享' }).click()
    const stage = desk.getByRole('dialog', { name: '成果分享' })
    const everyone = plays.flatMap(({ tablets }, group) => tablets.map((tablet) => ({ tablet, group })))
    for (const [place, play] of plays.entries()) {
      await stage.getByRole('button', { name: `请 ${letterOf(place)} 组上台` }).click()
      await expect(heading(screen, new RegExp(nameOf(day, place)))).toBeVisible()
      if (place === 0) {
        await wang.getByRole('button', { name: '由我来控制' }).click()
        await wang.getByRole('button', { name: '独有卖点', exact: true }).click()
      } else {
        const [speaker] = play.tablets
        await speaker?.control.send('share:take', {})
        await speaker?.control.send('share:show', { artifact: { kind: 'usp' } })
      }
      await expect(screen.getByText('独有卖点', { exact: true })).toBeVisible()
      await Promise.all(everyone.map(({ tablet, group }, at) => (group === place ? undefined : score(tablet, classroom.groupId(place), defaultRubric, at))))
      if (place > 0) await scoreStage(wang, 4, `王芳问 ${letterOf(place)} 组：谁来做？`)
    }
    await stage.getByRole('button', { name: '请下台' }).click()
    for (const [place] of plays.entries()) {
      await stage.getByRole('listitem').filter({ hasText: nameOf(day, place) }).getByRole('button', { name: '公布' }).click()
      const given = everyone.flatMap(({ group }, at) => (group === place ? [] : [scoreOf(defaultRubric, at)]))
      const wangs = place === 0 ? [] : [{ points: Object.fromEntries(defaultRubric.map(({ id }) => [id, 4])), comment: '' }]
      const { overall } = scoreResult(defaultRubric, [...given, ...wangs])
      await expect(screen.getByRole('listitem').filter({ hasText: nameOf(day, place) })).toContainText((overall ?? 0).toFixed(1))
    }
    await expect(heading(screen, '全部讲完了，谢谢大家')).toBeVisible()
    await expect(wang.getByRole('region', { name: '大家给的分数' })).toContainText(scoreOf(defaultRubric, 4).comment)
    await desk.keyboard.press('Escape')
  })
}
