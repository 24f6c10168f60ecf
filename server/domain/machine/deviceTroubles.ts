import { groupIdentity } from '../../../shared/group/identity.ts'
import { closeCode } from '../../../shared/protocol/sync.ts'
import type { DeviceTrouble, TrainerWarning } from '../../../shared/protocol/views.ts'
import type { ClassState } from '../class/ClassState.ts'
import { TOO_LARGE, type RefusedPeer } from '../room/Rooms.ts'

/** So long the console names a device after its last misdeed. */
const SHOWN_MS = 5 * 60_000
/** A hall has fewer devices; what is more is not remembered. */
const MAX_REMEMBERED = 200

/** A full document is the group's trouble, not the device's, and has a warning of its own. */
const troubleOf = new Map<number, DeviceTrouble>([
  [closeCode.tooFast, 'too-fast'],
  [closeCode.badFrame, 'unreadable'],
  [closeCode.slow, 'not-reading'],
  [TOO_LARGE, 'too-large'],
])

interface Remembered {
  readonly participantId: string
  readonly trouble: DeviceTrouble
  readonly since: number
  readonly lastAt: number
  readonly times: number
}

/** Whom the trainer should look after because the device had to be cut off: one line per device and trouble. */
export function createDeviceTroubles(now: () => number) {
  const remembered = new Map<string, Remembered>()
  function add(participantId: string, trouble: DeviceTrouble): boolean {
    const key = `${participantId} ${trouble}`
    const before = remembered.get(key)
    if (!before && remembered.size >= MAX_REMEMBERED) return false
    remembered.set(key, { participantId, trouble, since: before?.since ?? now(), lastAt: now(), times: (before?.times ?? 0) + 1 })
    return true
  }
  return {
    /** @returns whether there is something to tell. */
    refused({ participantId, code }: RefusedPeer): boolean {
      const trouble = troubleOf.get(code)
      return participantId !== null && trouble !== undefined && add(participantId, trouble)
    },
    /** A device that floods the control channel. */
    flooded: (participantId: string): boolean => add(participantId, 'too-fast'),
    /** Drops what is old; @returns whether anything was. */
    expire(): boolean {
      const old = [...remembered].filter(([, { lastAt }]) => now() - lastAt > SHOWN_MS)
      for (const [key] of old) remembered.delete(key)
      return old.length > 0
    },
    /** Names are for the trainer's console alone. */
    warnings: (state: ClassState): readonly TrainerWarning[] =>
      [...remembered.values()].flatMap(({ participantId, trouble, since, times }) => {
        const person = state.participants.find((one) => one.id === participantId && one.removedAt === null)
        const group = state.groups.find((one) => one.id === person?.groupId)
        if (!person || !group) return []
        return [{ kind: 'device-trouble', at: since, detail: person.name, device: { trouble, group: groupIdentity(group.index).letter, times } } as const]
      }),
  }
}
