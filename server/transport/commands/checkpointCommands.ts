import { groupOf } from '../../domain/class/groups.ts'
import { newId } from '../../domain/class/ids.ts'
import { tellRestored } from '../../domain/class/messages.ts'
import { command, requireOpen } from './command.ts'

/** Looking also works in a class that has ended; going back is work, and needs one that goes on. */
export const checkpointCommands = [
  command('checkpoint:list', 'checkpoint:use', async ({ groupId }, { classroom, checkpoints }) => {
    groupOf(classroom.state(), groupId)
    return { checkpoints: await checkpoints.list(groupId) }
  }),
  command('checkpoint:compare', 'checkpoint:use', async ({ groupId, checkpointId }, { classroom, checkpoints }) => {
    groupOf(classroom.state(), groupId)
    return { changes: await checkpoints.changesSince(groupId, checkpointId) }
  }),
  command('checkpoint:restore', 'checkpoint:use', async ({ groupId, checkpointId }, { classroom, checkpoints }, change) => {
    requireOpen(classroom.state())
    groupOf(classroom.state(), groupId)
    const { before, at } = await checkpoints.restore(groupId, checkpointId)
    // Where nothing changed there is nothing to tell.
    if (before !== null) await change((state, now) => tellRestored(state, groupId, at, newId(), now))
    return { undoId: before }
  }),
]
