import { agendaCommands } from './agendaCommands.ts'
import { aloneCommands } from './aloneCommands.ts'
import { answerCommands } from './answerCommands.ts'
import { checkpointCommands } from './checkpointCommands.ts'
import { classCommands } from './classCommands.ts'
import type { Command } from './command.ts'
import { peopleCommands } from './peopleCommands.ts'
import { pollCommands } from './pollCommands.ts'
import { roomCommands } from './roomCommands.ts'
import { sharingCommands } from './sharingCommands.ts'
import { timerCommands } from './timerCommands.ts'

/** All that can be asked over socket.io, by event name. A test holds that every command of the protocol is here. */
export const commands: ReadonlyMap<string, Command> = new Map(
  [...agendaCommands, ...timerCommands, ...peopleCommands, ...classCommands, ...checkpointCommands, ...answerCommands, ...aloneCommands, ...roomCommands, ...sharingCommands, ...pollCommands].map((one) => [one.name, one]),
)
