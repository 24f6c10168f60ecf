import { editItem, goTo, moveItem, shortenItems, skipItem } from '../../domain/class/agenda.ts'
import { decision } from './command.ts'

export const agendaCommands = [
  decision('agenda:go', 'agenda:control', goTo),
  decision('agenda:edit', 'agenda:control', editItem),
  decision('agenda:move', 'agenda:control', moveItem),
  decision('agenda:skip', 'agenda:control', skipItem),
  decision('agenda:shorten', 'agenda:control', shortenItems),
]
