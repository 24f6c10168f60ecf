import { ref, shallowRef } from 'vue'
import type { Control } from '../../client/api/control.ts'
import { noAnswers } from '../../shared/answers/topics.ts'
import type { ParticipantView } from '../../shared/protocol/views.ts'

/** The line to the class as a device without a connection has it: nothing comes, and what is asked fails at once. */
export const offlineControl = (): Control<ParticipantView> => ({
  view: shallowRef(null), line: ref('offline'), goodbye: ref(null), aggregate: shallowRef(null), detail: shallowRef(null), replay: shallowRef(null), comparison: shallowRef(null), answers: shallowRef(noAnswers), pointer: shallowRef(null),
  point: () => undefined,
  serverNow: () => 0,
  send: async () => ({ ok: false, reason: 'offline' }),
  hintSound: () => undefined, close: () => undefined,
})
