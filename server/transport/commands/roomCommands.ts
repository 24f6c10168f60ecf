import { randomInt } from 'node:crypto'
import { mergeGroups, restoreGroup, splitGroup } from '../../domain/class/archive.ts'
import { attendanceOf } from '../../domain/class/attendance.ts'
import { draw, drawable, undoDraw } from '../../domain/class/draws.ts'
import { groupOf } from '../../domain/class/groups.ts'
import { newId } from '../../domain/class/ids.ts'
import { givePoints, undoPoints } from '../../domain/class/points.ts'
import { setFrozen } from '../../domain/class/settings.ts'
import { command, decision, requireOpen } from './command.ts'

/** The room's tools: chance, points, eyes to the front, who is here, groups made into one or two. */
export const roomCommands = [
  command('draw:one', 'room:control', async (order, { classroom }, change) => {
    await change((state, now) => {
      requireOpen(state)
      return draw(state, order, drawable(state, order.of, classroom.presence.of), { id: newId(), place: (count) => (count === 0 ? 0 : randomInt(count)) }, now)
    })
    return null
  }),
  decision('draw:undo', 'room:control', (state, { drawId }) => undoDraw(state, drawId)),
  command('points:give', 'room:control', async (given, _, change) => {
    const entryId = newId()
    await change((state, now) => {
      requireOpen(state)
      return givePoints(state, given, entryId, now)
    })
    return { entryId }
  }),
  decision('points:undo', 'room:control', (state, { entryId }) => undoPoints(state, entryId)),
  decision('freeze:set', 'room:control', (state, { on }, now) => setFrozen(state, on ? now : null)),
  command('attendance:list', 'room:control', async (_, { classroom }) => attendanceOf(classroom.state(), classroom.presence)),
  decision('group:merge', 'roster:manage', (state, { groupId, into }, now) => mergeGroups(state, groupId, into, now)),
  command('group:split', 'roster:manage', async ({ groupId, participantIds }, { classroom, classes }, change) => {
    const newGroupId = newId()
    const state = classroom.state()
    requireOpen(state)
    groupOf(state, groupId)
    // Tried before anything is written, for its refusals.
    splitGroup(state, groupId, participantIds, newGroupId)
    await classes.copyDocument(groupId, newGroupId, classroom.id)
    await change((next) => splitGroup(next, groupId, participantIds, newGroupId))
    return { groupId: newGroupId }
  }),
  decision('group:restore', 'roster:manage', (state, { groupId }) => restoreGroup(state, groupId)),
]
