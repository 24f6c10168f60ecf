import { nextPresenter, type Sharing } from '../../../shared/sharing/model.ts'

export type Intermission = 'before' | 'next' | 'between' | 'presented' | 'over'

/** What it means for a group that nobody is on the stage. */
export function intermissionOf(sharing: Sharing | null, groupId: string): Intermission {
  if (!sharing) return 'before'
  const next = nextPresenter(sharing)
  if (next === groupId) return 'next'
  if (sharing.presentedIds.length === 0) return 'before'
  if (next === null) return 'over'
  return sharing.presentedIds.includes(groupId) ? 'presented' : 'between'
}
