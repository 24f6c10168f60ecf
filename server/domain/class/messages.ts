import { Refusal } from '../../../shared/protocol/reply.ts'
import type { CommandPayload, Target } from '../../../shared/protocol/commands.ts'
import type { Message } from '../../../shared/protocol/views.ts'
import type { ClassState } from './ClassState.ts'
import { MAX_MESSAGES } from './limits.ts'

const withMessage = (state: ClassState, message: Message): ClassState => {
  const { to } = message
  if (to.kind === 'group' && !state.groups.some((group) => group.id === to.groupId)) throw new Refusal('not-found', 'no such group')
  return { ...state, messages: [...state.messages, message].slice(-MAX_MESSAGES) }
}

export const sendMessage = (state: ClassState, { to, text }: CommandPayload<'message:send'>, id: string, now: number): ClassState =>
  withMessage(state, { id, kind: 'message', to, text, at: now })

/** A nudge has no words: the device says it in its person's language. */
export const sendNudge = (state: ClassState, { groupId }: CommandPayload<'nudge:send'>, id: string, now: number): ClassState =>
  withMessage(state, { id, kind: 'nudge', to: { kind: 'group', groupId }, text: '', at: now })

/** No words either: the group's work is again what it was at `restoredTo`. */
export const tellRestored = (state: ClassState, groupId: string, restoredTo: number, id: string, now: number): ClassState =>
  withMessage(state, { id, kind: 'restored', to: { kind: 'group', groupId }, text: '', restoredTo, at: now })

export const reaches = (to: Target, groupId: string): boolean => to.kind === 'class' || to.groupId === groupId
