import { expect, type Locator, type Page } from '@playwright/test'
import { defaultCourse } from '../../../shared/course/default.ts'
import { groupIdentity } from '../../../shared/group/identity.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import type { GroupPlay } from '../../simulator/groupPlay.ts'
import type { Classroom } from '../classroom.ts'
import { goOn, timer } from '../desk.ts'

/** How many times faster than people the day goes: what they type, and the timers. The trainer moves on when all are done. */
export const SPEED = 60
export const GROUPS = 6
const MINUTE_MS = 60_000

export interface Day {
  readonly classroom: Classroom
  readonly plays: readonly GroupPlay[]
  /** Wang works in group A, on a tablet. */
  readonly wang: Page
  readonly desk: Page
  readonly screen: Page
}
export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { name })
export const together = (plays: readonly GroupPlay[], work: (play: GroupPlay) => Promise<void>): Promise<unknown> => Promise.all(plays.map(work))
/** What the rows of a list or table say, their cells a blank apart. */
export const linesOf = async (rows: Locator): Promise<readonly string[]> => (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
/** Everybody without a browser, numbered as they sit. */
export const everybody = ({ plays }: Day, work: (tablet: GroupPlay['tablets'][number], place: number) => Promise<void>): Promise<unknown> => Promise.all(plays.flatMap(({ tablets }) => tablets).map(work))
export const people = ({ plays }: Day): number => plays.flatMap(({ tablets }) => tablets).length
export const workOf = ({ plays }: Day, place: number): GroupWork => {
  const work = plays[place]?.tablets[0]?.work()
  if (!work) throw new Error(`no group ${place}`)
  return work
}
export const titleOf = (id: string): string => defaultCourse.items.find((item) => item.id === id)?.title['zh-CN'] ?? ''
export const nameOf = ({ plays }: Day, place: number): string => plays[place]?.sample.name['zh-CN'] ?? ''
export const letterOf = (place: number): string => groupIdentity(place).letter

/** The trainer goes on to the next item: the projector opens with its brief, the tablet with its place, the timer runs at the day's speed. */
export async function goTo({ classroom, desk, screen, wang }: Day, id: string, onTablet?: string): Promise<void> {
  // She looks up: who is still writing is not taken along.
  await wang.evaluate(() => { if (document.activeElement instanceof HTMLElement) document.activeElement.blur() })
  await goOn(desk, titleOf(id))
  const item = defaultCourse.items.find((one) => one.id === id)
  if (item?.kind !== 'lobby' && item?.kind !== 'share') await expect(heading(screen, titleOf(id))).toBeVisible()
  await expect(heading(wang, onTablet ?? titleOf(id)).first()).toBeVisible()
  if (!item || item.minutes === 0) return
  await classroom.control.send('timer:reset', { durationMs: (item.minutes * MINUTE_MS) / SPEED })
  await timer(desk).getByRole('button', { name: '开始计时' }).click()
}
