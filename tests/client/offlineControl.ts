import { effectScope, ref, shallowRef } from 'vue'
import type { Control } from '../../client/api/control.ts'
import { createOutbox, type Outbox, type OutboxParts } from '../../client/api/outbox.ts'
import { noAnswers } from '../../shared/answers/topics.ts'
import type { ParticipantView } from '../../shared/protocol/views.ts'

/** An outbox that no page ends. */
export function outboxOf(parts: OutboxParts): Outbox {
  const made = effectScope(true).run(() => createOutbox(parts))
  if (!made) throw new Error('not made')
  return made
}

/** The line to the class as a device without a connection has it: nothing comes, and what is asked fails at once. */
export const offlineControl = (): Control<ParticipantView> => ({
  view: shallowRef(null), line: ref('offline'), goodbye: ref(null), aggregate: shallowRef(null), detail: shallowRef(null), replay: shallowRef(null), comparison: shallowRef(null), answers: shallowRef(noAnswers), pointer: shallowRef(null),
  point: () => undefined,
  serverNow: () => 0,
  send: async () => ({ ok: false, reason: 'offline' }),
  outbox: outboxOf({ line: ref('offline'), answers: ref(noAnswers), whose: () => null, give: async () => ({ ok: false, reason: 'offline' }) }),
  hintSound: () => undefined, close: () => undefined,
})
