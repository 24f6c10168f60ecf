import type { ClassActor } from '../../domain/class/ClassActor.ts'
import type { ClassState } from '../../domain/class/ClassState.ts'
import type { Log } from '../../domain/Log.ts'
import type { Observatory } from '../../domain/observe/Observatory.ts'
import { send, type ClassChannel, type ControlSocket } from './ClassChannel.ts'
import { createThrottle } from './throttle.ts'

/** A table that is read, not a map that glides: once a second is live enough. */
const COMPARISON_MS = 1_000

export interface ComparisonFeed {
  add(socket: ControlSocket): void
  changed(before: ClassState, after: ClassState): void
  stop(): void
}

/** Sends the groups' scales side by side while the projector shows them: to the trainer as written, to projectors with customers' names as set. */
export function createComparisonFeed({ classroom, channel, observatory, log }: { readonly classroom: ClassActor; readonly channel: ClassChannel; readonly observatory: Observatory; readonly log: Log }): ComparisonFeed {
  const lastSent = new WeakMap<ControlSocket, string>()

  const axisShown = ({ projector: { scene } }: ClassState) => (scene.kind === 'comparison' ? scene.axis : null)
  const namesFor = (socket: ControlSocket): 'named' | 'masked' => (socket.data.peer.role === 'trainer' || classroom.state().projector.showCustomers ? 'named' : 'masked')

  async function push(): Promise<void> {
    const axis = axisShown(classroom.state())
    if (axis === null) return
    for (const socket of channel.sockets().filter(({ data }) => data.peer.role !== 'participant')) {
      const names = namesFor(socket)
      const comparison = await observatory.comparison(classroom, axis, names)
      const fingerprint = JSON.stringify(comparison)
      // The trainer went on, or hid the names, while documents were read.
      if (axisShown(classroom.state()) !== axis || namesFor(socket) !== names || lastSent.get(socket) === fingerprint) continue
      lastSent.set(socket, fingerprint)
      send(socket, 'comparison', comparison)
    }
  }
  const pushes = createThrottle(() => COMPARISON_MS, () => {
    push().catch((error: unknown) => log.error('comparison.failed', { classId: classroom.id, error }))
  })
  const ask = (): void => {
    if (axisShown(classroom.state()) !== null) pushes.ask()
  }
  const stopListening = observatory.onChange((groupId) => {
    if (classroom.state().groups.some((group) => group.id === groupId)) ask()
  })

  return {
    add: ask,
    changed(before, after) {
      if (before.projector !== after.projector || before.groups !== after.groups) ask()
    },
    stop() {
      stopListening()
      pushes.stop()
    },
  }
}
