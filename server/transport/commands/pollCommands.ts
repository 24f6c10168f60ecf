import { pickLine, readCase } from '../../domain/class/board.ts'
import { newId } from '../../domain/class/ids.ts'
import { askAgain, closePoll, hidePoll, hideWord, openPoll, removePoll, reopenPoll, restorePoll, revealPoll } from '../../domain/class/polls.ts'
import { command, decision, lastingDecision } from './command.ts'

/** What is asked of the room. Looking at results also works in a class that has ended. */
export const pollCommands = [
  decision('poll:open', 'poll:control', (state, input, now) => openPoll(state, input, newId(), now)),
  decision('poll:again', 'poll:control', (state, input, now) => askAgain(state, input, newId(), now)),
  decision('poll:reopen', 'poll:control', reopenPoll),
  lastingDecision('poll:close', 'poll:control', closePoll),
  lastingDecision('poll:reveal', 'poll:control', revealPoll),
  lastingDecision('poll:hide', 'poll:control', hidePoll),
  lastingDecision('poll:remove', 'poll:control', removePoll),
  lastingDecision('poll:restore', 'poll:control', restorePoll),
  lastingDecision('poll:word', 'poll:control', hideWord),
  lastingDecision('board:pick', 'board:control', pickLine),
  command('case:read', 'case:read', async ({ itemId }, { classroom }) => readCase(classroom.state(), itemId)),
]
