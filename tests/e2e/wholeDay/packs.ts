import { expect, test } from '@playwright/test'
import { wordsOf } from '../../../shared/workbook/words.ts'
import { readXlsx } from '../../support/readXlsx.ts'
import { openTask } from '../scale.ts'
import { expectEveryArtifact, expectRecalculated, rowsOf, saved, unpacked } from '../takenHome.ts'
import { type Day, goTo, GROUPS, heading, letterOf, nameOf, workOf } from './day.ts'
import { ownFinding } from './maps.ts'
import { ours } from './measuring.ts'
import { action, indicator, usp } from './strategies.ts'

const words = wordsOf('zh-CN')

/** What goes home, and that it says what the groups wrote. */
export async function packs(day: Day): Promise<void> {
  const { classroom, wang, desk, screen, plays } = day
  const works = plays.map((_, place) => workOf(day, place))
  const [own, report, zip] = await test.step('the packs go home', async () => {
    await goTo(day, 'i-buffer')
    await openTask(wang, '成果')
    const workbook = await saved(wang, () => wang.getByRole('button', { name: '下载工作簿' }).click())
    const [opened] = await Promise.all([wang.waitForEvent('popup'), wang.getByRole('link', { name: '打开报告' }).click()])
    await desk.getByRole('button', { name: '成果包' }).click()
    const everything = await saved(desk, () => desk.getByRole('button', { name: '下载全班（一个压缩包）' }).click())
    await desk.keyboard.press('Escape')
    return [workbook, opened, everything] as const
  })
  await test.step('the report says what the group wrote', async () => {
    for (const text of [usp.claim, action.做什么, indicator.看什么, ownFinding, works[0]?.parts.decisions[0]?.reason ?? '?', ...ours]) await expect(report.getByText(text).first()).toBeVisible()
  })
  await test.step('the class ends', async () => {
    await classroom.control.send('class:end', {})
    await expect(heading(wang, '课程已结束')).toBeVisible()
    await expect(screen.getByText('课程结束，谢谢大家！')).toBeVisible()
  })
  await test.step('every artifact of every group is in its workbook, with the right figures', () => {
    const files = unpacked(zip)
    const books = works.map((work, place) => {
      const file = files.find(({ name }) => name.startsWith(`${letterOf(place)} 组`) && name.endsWith('.xlsx'))
      if (!file) throw new Error(`no workbook of group ${letterOf(place)} in ${files.map(({ name }) => name).join(', ')}`)
      return { file, work }
    })
    expect(files).toHaveLength(1 + 3 * GROUPS)
    expect(Buffer.from(own.bytes).equals(Buffer.from(books[0]?.file.bytes ?? []))).toBe(true)
    for (const { file, work } of books) expectEveryArtifact(file, work)
    expectRecalculated(books)
    const summary = readXlsx(files.find(({ name }) => name.startsWith('全班一览'))?.bytes ?? new Uint8Array())
    for (const [place, { customers, parts }] of works.entries()) {
      expect(parts.usps.usps.length).toBeGreaterThan(0)
      const row = rowsOf(summary, words.sheets.groups).find(([title]) => String(title).startsWith(letterOf(place)))
      expect(row?.slice(0, 8)).toEqual([`${letterOf(place)} 组 · ${nameOf(day, place)}`, (plays[place]?.tablets.length ?? 0) + (place === 0 ? 1 : 0), works[place]?.scales.potential.factors.length, 100, works[place]?.scales.relationship.factors.length, 100, customers.length, customers.length])
    }
  })
}
