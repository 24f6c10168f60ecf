import { computed, inject, type InjectionKey, onScopeDispose, provide, type Ref, shallowRef } from 'vue'
import { z } from 'zod/mini'
import type { MemberView } from '../../shared/protocol/views.ts'
import type { OpenGroup } from './openGroupDocument.ts'

/** What a device says of itself: where its person is typing. Names and colours come from the roster, never from here. */
const PresenceState = z.object({ participantId: z.string().check(z.maxLength(40)), field: z.nullable(z.string().check(z.maxLength(120))) })

export interface Editor {
  readonly id: string
  readonly name: string
  /** A CSS colour. */
  readonly colour: string
}
export interface Presence {
  /** Who else is in the field, by name; the first of them when there are several. */
  editorOf(field: string): Editor | undefined
  /** Others who are in a field that begins so: in any part of a factor, say. */
  editorsWithin(prefix: string): readonly Editor[]
  /** Says where this person is; null: nowhere. */
  enter(field: string | null): void
}

const THROTTLE_MS = 300
const presenceKey: InjectionKey<Presence> = Symbol('presence')

/** Colours of people within one group; they are the tokens of the groups, which are told apart by any eye. */
export function memberColour(members: readonly Pick<MemberView, 'id'>[], id: string): string {
  const place = members.map((member) => member.id).sort().indexOf(id)
  return `var(--color-group-${(Math.max(0, place) % 12) + 1})`
}

/** Follows who edits what, and provides it to the fields below. Call it once for an opened document. */
export function providePresence(group: OpenGroup, members: Readonly<Ref<readonly MemberView[]>>): Presence {
  const { awareness } = group
  /** field → participants, newest state of each connection. */
  const fields = shallowRef<ReadonlyMap<string, readonly string[]>>(new Map())
  const read = (): void => {
    const found = new Map<string, string[]>()
    for (const [client, state] of awareness.getStates()) {
      const parsed = PresenceState.safeParse(state)
      if (client === awareness.clientID || !parsed.success || parsed.data.field === null) continue
      // The same person on a second device is still oneself.
      if (parsed.data.participantId !== group.participantId) found.set(parsed.data.field, [...(found.get(parsed.data.field) ?? []), parsed.data.participantId])
    }
    fields.value = found
  }
  awareness.on('change', read)
  onScopeDispose(() => awareness.off('change', read))

  let wanted: string | null = null
  let said: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const say = (): void => {
    timer = undefined
    if (said === wanted) return
    said = wanted
    awareness.setLocalState({ participantId: group.participantId, field: wanted })
    timer = setTimeout(say, THROTTLE_MS)
  }
  onScopeDispose(() => clearTimeout(timer))

  const byId = computed(() => new Map(members.value.map((member) => [member.id, { id: member.id, name: member.name, colour: memberColour(members.value, member.id) } satisfies Editor])))
  const editors = (ids: readonly string[]): Editor[] => ids.flatMap((id) => byId.value.get(id) ?? [])
  const presence: Presence = {
    editorOf: (field) => editors(fields.value.get(field) ?? [])[0],
    editorsWithin: (prefix) => editors([...new Set([...fields.value].flatMap(([field, ids]) => (field.startsWith(prefix) ? ids : [])))]),
    enter(field) {
      wanted = field
      timer ??= setTimeout(say, 0)
    },
  }
  provide(presenceKey, presence)
  return presence
}

const nobody: Presence = { editorOf: () => undefined, editorsWithin: () => [], enter: () => {} }
/** Presence of the workspace that this component is in; outside of one nobody is ever there. */
export const usePresence = (): Presence => inject(presenceKey, nobody)
