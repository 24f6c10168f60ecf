import type { CommandPayload } from '../../../shared/protocol/commands.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { PollDefinition } from '../../../shared/poll/definition.ts'
import type { AskedPoll, PublicPoll } from '../../../shared/poll/model.ts'
import type { ClassState } from './ClassState.ts'
import { MAX_POLLS } from './limits.ts'

const isThere = ({ removed }: AskedPoll): boolean => !removed
export const findPoll = (state: ClassState, pollId: string): AskedPoll | undefined => state.polls.find(({ id, removed }) => id === pollId && !removed)

function pollOf(state: ClassState, pollId: string): AskedPoll {
  const poll = findPoll(state, pollId)
  if (!poll) throw new Refusal('not-found', 'no such poll')
  return poll
}
const changePoll = (state: ClassState, pollId: string, change: Partial<AskedPoll>): ClassState => ({
  ...state, polls: state.polls.map((poll) => (poll.id === pollId ? { ...poll, ...change } : poll)),
})
const onProjector = (state: ClassState, pollId: string): ClassState => ({ ...state, projector: { ...state.projector, scene: { kind: 'poll', pollId } } })

/** One question at a time: a room that is asked two things answers neither. */
const closeOthers = (state: ClassState): ClassState =>
  state.polls.some((poll) => poll.state === 'open' && !poll.removed) ? { ...state, polls: state.polls.map((poll) => (poll.removed ? poll : { ...poll, state: 'closed' as const })) } : state

interface Asking {
  readonly definition: PollDefinition
  readonly itemId: string | null
  readonly comparedWith: string | null
}
function ask(state: ClassState, { definition, itemId, comparedWith }: Asking, id: string, now: number): ClassState {
  if (state.polls.length >= MAX_POLLS) throw new Refusal('too-many', `a class has at most ${MAX_POLLS} polls`)
  const poll: AskedPoll = { id, definition, itemId, comparedWith, state: 'open', shown: definition.live, askedAt: now, hiddenWords: [], removed: false }
  const { polls, ...rest } = closeOthers(state)
  return { ...rest, polls: [...polls, poll] }
}

/** The latest time that a prepared poll was asked. */
const lastAsking = (state: ClassState, preparedId: string | null): AskedPoll | undefined =>
  state.polls.findLast((poll) => isThere(poll) && preparedId !== null && poll.definition.id === preparedId)

/** Asks the room: what was prepared for an item of the agenda, or what the trainer made just now. */
export function openPoll(state: ClassState, { ask: asked, onStage }: CommandPayload<'poll:open'>, id: string, now: number): ClassState {
  const asking = 'poll' in asked ? { definition: asked.poll as PollDefinition, itemId: null } : prepared(state, asked.itemId, asked.pollId)
  const opened = ask(state, { ...asking, comparedWith: lastAsking(state, asking.definition.comparedWith)?.id ?? null }, id, now)
  return onStage ? onProjector(opened, id) : opened
}
function prepared(state: ClassState, itemId: string, pollId: string): Pick<Asking, 'definition' | 'itemId'> {
  const definition = state.agenda.find((item) => item.id === itemId)?.polls.find((poll) => poll.id === pollId)
  if (!definition) throw new Refusal('not-found', 'the item has no such poll')
  return { definition, itemId }
}

/** The same questions anew; the earlier result stays, and is shown beside the new one. */
export function askAgain(state: ClassState, { pollId, onStage }: CommandPayload<'poll:again'>, id: string, now: number): ClassState {
  const { definition, itemId } = pollOf(state, pollId)
  const opened = ask(state, { definition, itemId, comparedWith: pollId }, id, now)
  return onStage ? onProjector(opened, id) : opened
}

export const closePoll = (state: ClassState, { pollId }: CommandPayload<'poll:close'>): ClassState =>
  pollOf(state, pollId).state === 'closed' ? state : changePoll(state, pollId, { state: 'closed' })

export function reopenPoll(state: ClassState, { pollId }: CommandPayload<'poll:reopen'>): ClassState {
  const poll = pollOf(state, pollId)
  if (poll.sealed) throw new Refusal('wrong-state', 'its votes came with an archive; ask again')
  return poll.state === 'open' ? state : changePoll(closeOthers(state), pollId, { state: 'open' })
}

/** The room sees it: also on the projector, whatever is there. */
export function revealPoll(state: ClassState, { pollId }: CommandPayload<'poll:reveal'>): ClassState {
  pollOf(state, pollId)
  return onProjector(changePoll(state, pollId, { shown: true }), pollId)
}
export function hidePoll(state: ClassState, { pollId }: CommandPayload<'poll:hide'>): ClassState {
  pollOf(state, pollId)
  return changePoll(state, pollId, { shown: false })
}

/** Softly: its votes stay in the store, and it can come back. The projector goes on to the agenda. */
export function removePoll(state: ClassState, { pollId }: CommandPayload<'poll:remove'>): ClassState {
  pollOf(state, pollId)
  const removed = changePoll(state, pollId, { removed: true, state: 'closed' })
  const { scene } = state.projector
  return scene.kind === 'poll' && scene.pollId === pollId ? { ...removed, projector: { ...removed.projector, scene: { kind: 'agenda' } } } : removed
}
export function restorePoll(state: ClassState, { pollId }: CommandPayload<'poll:restore'>): ClassState {
  if (!state.polls.some(({ id }) => id === pollId)) throw new Refusal('not-found', 'no such poll')
  return changePoll(state, pollId, { removed: false })
}

const MAX_HIDDEN = 200
export function hideWord(state: ClassState, { pollId, key, hidden }: CommandPayload<'poll:word'>): ClassState {
  const others = pollOf(state, pollId).hiddenWords.filter((one) => one !== key)
  return changePoll(state, pollId, { hiddenWords: hidden ? [...others, key].slice(-MAX_HIDDEN) : others })
}

export const toPublicPoll = ({ id, definition, state, shown, askedAt, comparedWith }: AskedPoll): PublicPoll => ({ id, definition, state, shown, askedAt, comparedWith })

/** A device shows what is being asked, and the latest result that was revealed. */
export function pollsForDevices(state: ClassState): readonly PublicPoll[] {
  const open = state.polls.filter((poll) => isThere(poll) && poll.state === 'open')
  const latest = state.polls.findLast((poll) => isThere(poll) && poll.state === 'closed' && poll.shown)
  return [...(latest ? [latest] : []), ...open].map(toPublicPoll)
}

/** What the projector's scene needs: its poll, and the earlier one beside it. */
export function pollsOnStage(state: ClassState): readonly PublicPoll[] {
  const { scene } = state.projector
  const poll = scene.kind === 'poll' ? findPoll(state, scene.pollId) : undefined
  const earlier = poll?.comparedWith ? findPoll(state, poll.comparedWith) : undefined
  return [...(poll ? [poll] : []), ...(earlier ? [earlier] : [])].map(toPublicPoll)
}
