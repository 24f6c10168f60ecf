import type { PresenceState } from '../../../shared/protocol/views.ts'
import type { Clock } from '../clock.ts'

/** A tablet whose connection broke shows as away this long before it counts as gone: most come back. */
export const AWAY_MS = 45_000

export interface Presence {
  connected(participantId: string, connectionId: string): void
  /** What the page says of itself. 'leaving' is said when it closes or is put aside. */
  hinted(participantId: string, connectionId: string, hint: 'online' | 'away' | 'leaving'): void
  disconnected(participantId: string, connectionId: string): void
  of(participantId: string): PresenceState
  /** Since this server began. */
  wasHere(participantId: string): boolean
  /** Those whose state changed by the passing of time alone since the last call. */
  settle(): readonly string[]
}

/** Who is here, by person and over all their devices, never by connection: a reload does not make two of them. */
export function createPresence(clock: Clock): Presence {
  const connections = new Map<string, Map<string, 'online' | 'away' | 'leaving'>>()
  const awayUntil = new Map<string, number>()
  const seen = new Set<string>()

  const of = (participantId: string): PresenceState => {
    const hints = [...(connections.get(participantId)?.values() ?? [])]
    if (hints.includes('online')) return 'online'
    if (hints.includes('away')) return 'away'
    return (awayUntil.get(participantId) ?? 0) > clock.monotonic() ? 'away' : 'offline'
  }

  return {
    connected(participantId, connectionId) {
      const own = connections.get(participantId) ?? new Map()
      connections.set(participantId, own.set(connectionId, 'online'))
      awayUntil.delete(participantId)
      seen.add(participantId)
    },
    hinted(participantId, connectionId, hint) {
      const own = connections.get(participantId)
      if (own?.has(connectionId)) own.set(connectionId, hint)
    },
    disconnected(participantId, connectionId) {
      const own = connections.get(participantId)
      const hint = own?.get(connectionId)
      if (!own || hint === undefined) return
      own.delete(connectionId)
      if (own.size > 0) return
      connections.delete(participantId)
      if (hint !== 'leaving') awayUntil.set(participantId, clock.monotonic() + AWAY_MS)
    },
    of,
    wasHere: (participantId) => seen.has(participantId),
    settle() {
      const now = clock.monotonic()
      const gone = [...awayUntil].filter(([, until]) => until <= now).map(([participantId]) => participantId)
      for (const participantId of gone) awayUntil.delete(participantId)
      return gone
    },
  }
}
