import { groupIdentity } from '../../../shared/group/identity.ts'
import type { TrainerWarning } from '../../../shared/protocol/views.ts'
import type { ClassState } from '../class/ClassState.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../Log.ts'
import type { Rooms } from '../room/Rooms.ts'
import type { Storage } from '../Storage.ts'
import { createDeviceTroubles } from './deviceTroubles.ts'
import type { Disk } from './Disk.ts'

/** Below this the trainer should make room: a day of class with its safety copies takes some tens of MB. */
export const LOW_DISK_BYTES = 200_000_000
/** A document is full for so long after it last refused growth: a device whose words it refused tries again twice within that. */
const FULL_SHOWN_MS = 60_000
const MEASURE_MS = 60_000
const BYTES_PER_MB = 1_000_000

export interface MachineWatch {
  /** What the trainer of this class should know of disk and documents, beside what the class itself remembers. */
  warnings(state: ClassState): readonly TrainerWarning[]
  diskFailing(): boolean
  /** As last measured; null where the system doesn't say. */
  freeBytes(): number | null
  /** A participant's device flooded the control channel. */
  flooded(participantId: string): void
  /** Called once a second; measures the free space once a minute. */
  tick(): Promise<void>
  close(): void
}
interface WatchParts {
  readonly disk: Disk
  readonly rooms: Rooms
  readonly restored: Storage['restored']
  /** True while the state of a class could not be written. */
  readonly classFailing: () => boolean
  readonly clock: Clock
  readonly log: Log
  /** There is something new to warn of, or a warning has gone. */
  readonly changed: () => void
}

/** Looks after what the class stands on (P6.4). Resolves once the free space was measured. */
export async function createMachineWatch({ disk, rooms, restored, classFailing, clock, log, changed }: WatchParts): Promise<MachineWatch> {
  const startedAt = clock.now()
  let failingSince: number | null = null
  let low: { readonly since: number; readonly freeMb: number } | null = null
  let measuredAt = clock.monotonic()
  let freeBytes: number | null = null
  const full = new Map<string, { readonly since: number; readonly lastAt: number }>()
  const devices = createDeviceTroubles(clock.now)
  const stopRefused = rooms.onRefused((refused) => {
    if (devices.refused(refused)) changed()
  })
  const stopListening = rooms.onFull((documentId) => {
    const known = full.get(documentId)
    full.set(documentId, { since: known?.since ?? clock.now(), lastAt: clock.monotonic() })
    if (!known) changed()
  })

  /** @returns whether the figure to tell is another one. */
  async function measure(): Promise<boolean> {
    measuredAt = clock.monotonic()
    const free = await disk.freeBytes()
    if (free === null) return false
    freeBytes = free
    const was = low
    low = free < LOW_DISK_BYTES ? { since: was?.since ?? clock.now(), freeMb: Math.floor(free / BYTES_PER_MB) } : null
    if (low && !was) log.warn('disk.low', { freeMb: low.freeMb })
    return low?.freeMb !== was?.freeMb
  }
  /** @returns whether there was any */
  function expireFull(): boolean {
    const old = [...full].filter(([, { lastAt }]) => clock.monotonic() - lastAt > FULL_SHOWN_MS)
    for (const [documentId] of old) full.delete(documentId)
    return old.length > 0
  }
  const diskFailing = (): boolean => rooms.storageFailing() || classFailing()
  function lookAtWrites(): void {
    const isFailing = diskFailing()
    if (isFailing === (failingSince !== null)) return
    failingSince = isFailing ? clock.now() : null
    log.warn(isFailing ? 'disk.failing' : 'disk.well-again')
    changed()
  }
  await measure()

  return {
    warnings: (state) => [
      ...(failingSince === null ? [] : [{ kind: 'disk-failing', at: failingSince, detail: '' } as const]),
      ...(low === null ? [] : [{ kind: 'disk-low', at: low.since, detail: String(low.freeMb) } as const]),
      ...state.groups.flatMap((group) => {
        const known = full.get(group.id)
        return known === undefined ? [] : [{ kind: 'document-full', at: known.since, detail: groupIdentity(group.index).letter } as const]
      }),
      ...devices.warnings(state),
      ...(restored === null ? [] : [{ kind: 'restored-copy', at: startedAt, detail: restored.fromMinute === null ? '' : String(restored.fromMinute) } as const]),
    ],
    diskFailing,
    freeBytes: () => freeBytes,
    flooded(participantId) {
      if (devices.flooded(participantId)) changed()
    },
    async tick() {
      lookAtWrites()
      if (devices.expire()) changed()
      if (expireFull()) changed()
      if (clock.monotonic() - measuredAt >= MEASURE_MS && (await measure())) changed()
    },
    close() {
      stopRefused()
      stopListening()
    },
  }
}
