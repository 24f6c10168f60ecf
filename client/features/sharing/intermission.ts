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

/** Whom this group scores without having chosen anybody: who is on the stage; and who has just left it, for as long as the sharing lasts. */
export function toScore(sharing: Sharing, groupId: string, lasts: boolean): string | null {
  const id = sharing.presenterId ?? (lasts ? sharing.presentedIds.at(-1) : undefined) ?? null
  return id === groupId ? null : id
}
