import type { Aggregate, GroupSummary, GroupView } from '../../../shared/protocol/views.ts'
import type { GroupMap } from '../../charts/CustomerMapSmallMultiples.vue'

const MIDDLE = 50
const cut = (value: number): number => (Number.isFinite(value) ? Math.min(100, Math.max(0, value)) : MIDDLE)

/** The groups' maps in the order of the class; a group without work has an empty one, a summary of no group is left out. */
export function groupMaps(groups: readonly GroupView[], aggregate: Aggregate | null): readonly GroupMap[] {
  const summaries = new Map((aggregate?.groups ?? []).map((summary) => [summary.groupId, summary]))
  return groups.map((group) => {
    const summary = summaries.get(group.id)
    return {
      groupId: group.id, index: group.index, name: group.name, points: summary?.points ?? [],
      cutX: cut(summary?.cutX ?? MIDDLE), cutY: cut(summary?.cutY ?? MIDDLE),
    }
  })
}

/** The lines of a map of many groups: where they all agree there, else in the middle. */
export function sharedCuts(maps: readonly Pick<GroupMap, 'cutX' | 'cutY' | 'points'>[]): { readonly cutX: number; readonly cutY: number } {
  const drawn = maps.filter((map) => map.points.length > 0)
  const same = (of: (map: Pick<GroupMap, 'cutX' | 'cutY'>) => number): number => {
    const [first, ...rest] = drawn.map(of)
    return first !== undefined && rest.every((one) => one === first) ? first : MIDDLE
  }
  return { cutX: same((map) => map.cutX), cutY: same((map) => map.cutY) }
}

export const summaryOf = (aggregate: Aggregate | null, groupId: string): GroupSummary | undefined => aggregate?.groups.find((one) => one.groupId === groupId)
