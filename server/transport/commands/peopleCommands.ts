import { Refusal } from '../../../shared/protocol/reply.ts'
import type { Actor } from '../../domain/access/Actor.ts'
import { removeGroup } from '../../domain/class/archive.ts'
import { addGroup, renameGroup } from '../../domain/class/groups.ts'
import { newId } from '../../domain/class/ids.ts'
import { sendMessage, sendNudge } from '../../domain/class/messages.ts'
import { lowerHand, movePerson, participantOf, raiseHand, removePeople, removePerson, renamePerson, restorePeople, restorePerson } from '../../domain/class/roster.ts'
import { command, decision, requireOpen } from './command.ts'

/** A participant may do this to themselves, the trainer to anybody. */
function requireSelfOrTrainer(actor: Actor, participantId: string): void {
  if (actor.role === 'trainer' || (actor.role === 'participant' && actor.participantId === participantId)) return
  throw new Refusal('not-allowed', 'only for oneself')
}

export const peopleCommands = [
  decision('message:send', 'message:send', (state, input, now) => sendMessage(state, input, newId(), now)),
  decision('nudge:send', 'message:send', (state, input, now) => sendNudge(state, input, newId(), now)),
  decision('hand:raise', 'hand:raise', (state, _, now, actor) => (actor.role === 'participant' ? raiseHand(state, actor.participantId, now) : state)),
  decision('hand:lower', 'person:manage', (state, { participantId }, _, actor) => {
    requireSelfOrTrainer(actor, participantId)
    return lowerHand(state, participantId)
  }),
  decision('group:rename', 'group:name', (state, { groupId, name }, _, actor) => {
    if (actor.role === 'participant' && participantOf(state, actor.participantId).groupId !== groupId) throw new Refusal('not-allowed', 'only one’s own group')
    return renameGroup(state, groupId, name)
  }),
  command('group:add', 'roster:manage', async (_, __, change) => {
    const groupId = newId()
    await change((state) => {
      requireOpen(state)
      return addGroup(state, groupId)
    })
    return { groupId }
  }),
  decision('group:remove', 'roster:manage', (state, { groupId }, now) => removeGroup(state, groupId, now)),
  decision('participant:rename', 'roster:manage', (state, { participantId, name }) => renamePerson(state, participantId, name)),
  decision('participant:move', 'roster:manage', (state, { participantId, groupId }) => movePerson(state, participantId, groupId)),
  decision('participant:remove', 'roster:manage', (state, { participantId }, now) => removePerson(state, participantId, now)),
  decision('participant:restore', 'roster:manage', (state, { participantId }) => restorePerson(state, participantId)),
  decision('people:remove', 'roster:manage', (state, { participantIds }, now) => removePeople(state, participantIds, now)),
  decision('people:restore', 'roster:manage', (state, { participantIds }) => restorePeople(state, participantIds)),
  command('reentry:create', 'person:manage', async ({ participantId }, { actor, classroom, access }) => {
    requireSelfOrTrainer(actor, participantId)
    requireOpen(classroom.state())
    participantOf(classroom.state(), participantId)
    return access.createReentry(classroom.id, participantId)
  }),
]
