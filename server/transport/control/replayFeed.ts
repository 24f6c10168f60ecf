import { maskFrames, type GroupReplay } from '../../../shared/map/replay.ts'
import type { Replay } from '../../../shared/protocol/views.ts'
import type { ClassActor } from '../../domain/class/ClassActor.ts'
import type { ClassState } from '../../domain/class/ClassState.ts'
import type { Log } from '../../domain/Log.ts'
import type { Replays } from '../../domain/replay/Replays.ts'
import { send, type ClassChannel, type ControlSocket } from './ClassChannel.ts'

export interface ReplayFeed {
  add(socket: ControlSocket): void
  changed(before: ClassState, after: ClassState): void
}

/** Sends the film while the projector shows one: to the trainer with names, to projectors as names are set. Playing it costs no traffic. */
export function createReplayFeed({ classroom, channel, replays, log }: { readonly classroom: ClassActor; readonly channel: ClassChannel; readonly replays: Replays; readonly log: Log }): ReplayFeed {
  /** Made when the scene begins: what the groups do meanwhile is none of it. */
  let film: { readonly groupId: string | null; readonly groups: Promise<readonly GroupReplay[]> } | null = null

  const sceneOf = ({ projector }: ClassState) => (projector.scene.kind === 'replay' ? projector.scene : null)
  const mayName = (socket: ControlSocket): boolean => socket.data.peer.role === 'trainer' || classroom.state().projector.showCustomers

  async function tell(sockets: readonly ControlSocket[]): Promise<void> {
    const scene = sceneOf(classroom.state())
    if (!scene) return
    if (film?.groupId !== scene.groupId) film = { groupId: scene.groupId, groups: replays.of(classroom, scene.groupId) }
    const made = film
    const groups = await made.groups
    // The trainer went on while it was made.
    if (film !== made) return
    const masked = groups.map((group) => ({ ...group, frames: maskFrames(group.frames) }))
    for (const socket of sockets) {
      const replay: Replay = { groupId: made.groupId, groups: mayName(socket) ? groups : masked }
      send(socket, 'replay', replay)
    }
  }
  function start(sockets: readonly ControlSocket[]): void {
    const watching = sockets.filter((socket) => socket.data.peer.role !== 'participant')
    if (watching.length === 0) return
    tell(watching).catch((error: unknown) => {
      film = null
      log.error('replay.failed', { classId: classroom.id, error })
    })
  }

  return {
    add: (socket) => start([socket]),
    changed(before, after) {
      const [was, is] = [sceneOf(before), sceneOf(after)]
      if (!is) {
        film = null
        return
      }
      // What was recorded before the names were wiped still says them.
      const begins = !was || was.groupId !== is.groupId || before.namesWipedAt !== after.namesWipedAt
      if (begins) film = null
      if (begins || before.projector.showCustomers !== after.projector.showCustomers) start(channel.sockets())
    },
  }
}
