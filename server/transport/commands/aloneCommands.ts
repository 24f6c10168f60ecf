import { kindOf, roundKey } from '../../../shared/alone/model.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { dropAlone, openAlone, showAlone } from '../../domain/class/alone.ts'
import { command, decision, requireOpen } from './command.ts'

export const aloneCommands = [
  decision('alone:open', 'alone:lead', openAlone),
  command('alone:show', 'alone:lead', async (input, { actor, classroom, answers }, change) => {
    requireOpen(classroom.state())
    // Whose group it is comes first: a stranger is told nothing else.
    showAlone(classroom.state(), input, actor)
    // Who has entered nothing has nothing to compare, and might only want to read.
    if (actor.role === 'participant') {
      const hasEntered = input.rounds.every((round) =>
        answers.on(classroom.state(), kindOf(input.exercise), roundKey({ ...round, exercise: input.exercise })).some(({ participantId, value }) => participantId === actor.participantId && value.done))
      if (!hasEntered) throw new Refusal('wrong-state', 'finish your own entry first')
    }
    await change((state) => showAlone(state, input, actor))
    return null
  }),
  decision('alone:drop', 'alone:lead', (state, input, _now, actor) => dropAlone(state, input, actor)),
]
