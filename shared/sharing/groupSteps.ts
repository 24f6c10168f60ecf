import { fitSteps } from '../agenda/steps.ts'
import type { AgendaItemTemplate } from '../course/template.ts'
import type { Localized } from '../language/locale.ts'

const turnOf = (place: number): Localized => ({ 'zh-CN': `第 ${place} 个小组`, 'zh-TW': `第 ${place} 個小組`, en: `Group ${place}` })
const gallery: Localized = { 'zh-CN': '其余小组：贴墙，走动观看', 'zh-TW': '其餘小組：貼牆，走動觀看', en: 'The other groups: a gallery' }
/** Of more groups than this five present: in the same time each would have too little. */
const MOST_ON_STAGE = 8
const ON_STAGE_OF_MANY = 5

/**
 * The sharing has a step for each group of the class, of equal length in whole minutes; of many groups for five, and one for the gallery
 * of the others. Steps of its own, where the course has them, come before that.
 */
export function withGroupSteps<T extends Pick<AgendaItemTemplate, 'activity' | 'steps' | 'minutes'>>(item: T, groups: number): T {
  if (item.activity !== 'sharing' || item.steps.length > 0) return item
  const isMany = groups > MOST_ON_STAGE
  const turns = Array.from({ length: isMany ? ON_STAGE_OF_MANY : groups }, (_, place) => turnOf(place + 1))
  const steps = [...turns, ...(isMany ? [gallery] : [])].map((title) => ({ title, minutes: 1 }))
  return { ...item, steps: fitSteps(steps, item.minutes) }
}
