import type { Pointer } from '../../../shared/sharing/model.ts'
import type { ClassActor } from '../../domain/class/ClassActor.ts'
import { mayPoint } from '../../domain/class/sharing.ts'
import type { ClassChannel, ControlSocket } from './ClassChannel.ts'

export interface Pointing {
  /** Null: the finger has gone. */
  point(socket: ControlSocket, pointer: Pointer | null): void
  gone(socket: ControlSocket): void
  /** The class changed, and with it perhaps who may point. */
  changed(): void
}

/** The finger on what the projector shows. It goes with its device, and with the turn of its group, whether or not the device says so. */
export function createPointing(classroom: ClassActor, channel: ClassChannel): Pointing {
  let finger: ControlSocket | null = null

  const may = ({ data: { peer } }: ControlSocket): boolean =>
    peer.role === 'trainer' || (peer.role === 'participant' && mayPoint(classroom.state(), peer.participantId))
  function tell(from: ControlSocket, pointer: Pointer | null): void {
    finger = pointer && from
    for (const watcher of channel.sockets()) {
      if (watcher === from || watcher.data.peer.role === 'participant') continue
      // On a slow line a place on the way may be left out; that the finger has gone may not.
      if (pointer) watcher.volatile.emit('pointer', pointer)
      else watcher.emit('pointer', null)
    }
  }
  return {
    point(socket, pointer) {
      if (may(socket)) tell(socket, pointer)
    },
    gone(socket) {
      if (finger === socket) tell(socket, null)
    },
    changed() {
      if (finger && !may(finger)) tell(finger, null)
    },
  }
}
