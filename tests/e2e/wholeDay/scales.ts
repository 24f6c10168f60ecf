import { expect, test } from '@playwright/test'
import type { Axis } from '../../../shared/scale/model.ts'
import { compareScales } from '../../../shared/scale/comparison.ts'
import { buildScale } from '../../simulator/groupPlay.ts'
import { show, showGroup } from '../desk.ts'
import { field, isSaved, openFactor } from '../scale.ts'
import { type Day, goTo, GROUPS, heading, letterOf, linesOf, nameOf, together, workOf } from './day.ts'
import { ideasAlone, weightsAlone } from './rounds.ts'

const parts = [
  { axis: 'potential', talk: 'i-3-1', workshop: 'i-3-2', share: 'i-3-3', part: '潜力', title: '购买潜力' },
  { axis: 'relationship', talk: 'i-4-1', workshop: 'i-4-2', share: 'i-4-3', part: '关系', title: '业务关系' },
] as const

/** Items 3.1 to 4.3: each group makes both scales, alone first, and the room compares them. */
export async function scales(day: Day): Promise<void> {
  const { wang, desk, screen, plays } = day
  for (const { axis, talk, workshop, share, part, title } of parts) {
    const definition = await test.step(`the ${axis} scale: talk, ideas alone, workshop, weights alone`, async () => {
      await goTo(day, talk)
      await goTo(day, workshop, title)
      await ideasAlone(day, axis)
      await show(desk, '进度')
      await together(plays, (play) => buildScale(play, axis))
      await expect(screen.getByRole('listitem').filter({ hasText: '100%' })).toHaveCount(GROUPS)
      await weightsAlone(day, axis)
      const [factor] = workOf(day, 0).scales[axis].factors
      await openFactor(wang, factor?.name ?? '')
      await field(wang, '定义').press('End')
      await wang.keyboard.type('（以台账为准）')
      await isSaved(wang)
      return factor?.definition ?? ''
    })
    await test.step(`the ${axis} scales side by side, then two of them in the spotlight`, async () => {
      await goTo(day, share)
      await compare(day, axis, title)
      await showGroup(desk, part, 'A')
      await expect(screen.getByText(`${definition}（以台账为准）`)).toBeVisible()
      await showGroup(desk, part, 'B')
      await expect(screen.getByText(new RegExp(`${workOf(day, 1).scales[axis].factors.length} ?个因素 · 权重合计 100`))).toBeVisible()
      if (axis === 'potential') await goTo(day, 'i-break-am')
    })
  }
}

/** Which factors how many groups chose, with what weights; where they differ, the trainer takes the group that weighs it most to the projector. */
async function compare(day: Day, axis: Axis, title: string): Promise<void> {
  const { classroom, desk, screen, plays } = day
  await show(desk, '量表对比')
  await expect(heading(screen, `${title}量表对比`)).toBeVisible()
  const groupIds = plays.map((_, place) => classroom.groupId(place))
  const { shared, single } = compareScales(axis, groupIds.map((groupId, place) => ({ groupId, factors: workOf(day, place).scales[axis].factors })), 'zh-CN')
  const lines = [
    ...shared.map(({ name, weights, lowest, highest }) => [name, weights.length, ...weights.map(({ weight }) => weight), lowest === highest ? lowest : `${lowest}–${highest}`].join(' ')),
    ...single.flatMap(({ name, weights: [only] }) => (only ? `${letterOf(groupIds.indexOf(only.groupId))} ${name} ${only.weight}` : [])),
  ]
  // With many factors there are several pages, which turn by themselves: whichever is on.
  const rows = screen.getByRole('row').filter({ has: screen.getByRole('rowheader') }).or(screen.getByRole('listitem'))
  await expect.poll(async () => {
    const shown = await linesOf(rows)
    return shown.length === 0 ? 'nothing' : shown.filter((line) => !lines.includes(line))
  }).toEqual([])
  const lit = shared.find(({ isLit }) => isLit)
  const most = groupIds.findIndex((groupId) => lit?.weights.some((one) => one.groupId === groupId && one.weight === lit.highest))
  if (!lit || most < 0) throw new Error(`all groups weigh ${axis} alike`)
  await desk.getByRole('group', { name: '量表对比' }).getByRole('button', { name: `${lit.name} ${lit.highest}` }).click()
  await expect(heading(screen, new RegExp(nameOf(day, most)))).toBeVisible()
  await expect(screen.getByText(new RegExp(`${workOf(day, most).scales[axis].factors.length} ?个因素 · 权重合计 100`))).toBeVisible()
}
