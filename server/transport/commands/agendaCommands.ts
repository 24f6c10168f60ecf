import { addItem, editItem, goBack, goTo, moveItem, planItems, remarkItem, removeItem, shortenItems, skipItem } from '../../domain/class/agenda.ts'
import { decision, lastingDecision } from './command.ts'

export const agendaCommands = [
  decision('agenda:go', 'agenda:control', goTo),
  decision('agenda:back', 'agenda:control', goBack),
  decision('agenda:edit', 'agenda:control', editItem),
  decision('agenda:add', 'agenda:control', addItem),
  decision('agenda:remove', 'agenda:control', removeItem),
  decision('agenda:move', 'agenda:control', moveItem),
  decision('agenda:skip', 'agenda:control', skipItem),
  decision('agenda:shorten', 'agenda:control', shortenItems),
  decision('agenda:plan', 'agenda:control', planItems),
  // How it went is often written down when all is over.
  lastingDecision('agenda:remark', 'agenda:control', remarkItem),
]
