import { groupIdentity } from '../../../shared/group/identity.ts'

/** "A 组 · 远航" or, without a name of its own, "A 组". */
export function groupTitle(t: (key: string, named: Record<string, unknown>) => string, group: { readonly index: number; readonly name: string }): string {
  const { letter } = groupIdentity(group.index)
  const plain = t('console.group.letter', { letter })
  return group.name === '' ? plain : `${plain} · ${group.name}`
}
