import { Refusal } from '../../../shared/protocol/reply.ts'
import { besideCommand, requireOpen } from './command.ts'

export const answerCommands = [
  besideCommand('answer:give', 'answer:give', async ({ topic, value }, { actor, classroom, answers }) => {
    requireOpen(classroom.state())
    if (actor.role !== 'participant') throw new Refusal('not-allowed', 'only people answer')
    await answers.give(classroom, actor.participantId, topic, value)
    return null
  }),
]
