import { fitSteps } from '../agenda/steps.ts'
import type { AgendaItemTemplate } from '../course/template.ts'
import type { Localized } from '../language/locale.ts'

const turnOf = (place: number): Localized => ({ 'zh-CN': `第 ${place} 个小组`, 'zh-TW': `第 ${place} 個小組`, en: `Group ${place}` })

/** The sharing has a step for each group of the class, of equal length in whole minutes; steps of its own, where the course has them, come before that. */
export function withGroupSteps<T extends Pick<AgendaItemTemplate, 'activity' | 'steps' | 'minutes'>>(item: T, groups: number): T {
  if (item.activity !== 'sharing' || item.steps.length > 0) return item
  const turns = Array.from({ length: groups }, (_, place) => ({ title: turnOf(place + 1), minutes: 1 }))
  return { ...item, steps: fitSteps(turns, item.minutes) }
}
