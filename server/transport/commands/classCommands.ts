import { isUnsaid } from '../../../shared/language/locale.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { groupOf } from '../../domain/class/groups.ts'
import { chooseAddress, endClass, openTakeHome, renameClass, setDoor, setProjector, showScene } from '../../domain/class/settings.ts'
import { setHeld } from '../../domain/class/turning.ts'
import { command, decision, lastingDecision } from './command.ts'

/** All but the door also work in a class that has ended: its results are looked at, shown, and it may go on. */
export const classCommands = [
  lastingDecision('projector:show', 'projector:control', (state, { scene }, now) => showScene(state, scene, now)),
  lastingDecision('projector:set', 'projector:control', setProjector),
  lastingDecision('projector:hold', 'projector:control', (state, { held }, now) => setHeld(state, held, now)),
  command('group:watch', 'group:watch', async ({ groupId }, { classroom, watch }) => {
    if (groupId !== null) groupOf(classroom.state(), groupId)
    watch(groupId)
    return null
  }),
  lastingDecision('address:choose', 'class:manage', (state, { address }) => chooseAddress(state, address)),
  lastingDecision('class:rename', 'class:manage', (state, { title, trainerName }) => {
    if (isUnsaid(title)) throw new Refusal('name-invalid', 'a class needs a title')
    return renameClass(state, title, trainerName)
  }),
  decision('class:door', 'class:manage', (state, { open }) => setDoor(state, open)),
  decision('takehome:open', 'takehome:any', (state, { open }) => openTakeHome(state, open)),
  lastingDecision('class:end', 'class:manage', (state, _, now) => endClass(state, now)),
  command('class:reopen', 'class:manage', async (_, { classes }, change) => {
    await change((state) => classes.reopened(state))
    return null
  }),
]
