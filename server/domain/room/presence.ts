import type { Clock } from '../clock.ts'
import { awarenessFrame, entryBytes, nothingFrame, readAwareness } from './frames.ts'
import { noMeter, type RoomMeter } from './RoomMeter.ts'

/** Awareness clients that one socket may introduce: its own, and one of before a reload of its document. */
const CLIENTS_PER_SOCKET = 2
const FIELD_LENGTH = 200

/** Who takes part: needs no more than who it is and how to reach it. */
export interface PresencePeer {
  /** Null: the trainer. */
  readonly participantId: string | null
  sendAlong(frame: Uint8Array): void
}
interface Present {
  readonly owner: PresencePeer
  /** Ours, not the client's: grows over reconnects and restarts, so that nobody takes news for old. */
  readonly clock: number
  readonly json: string
}
/** What the others are told of one client, as it stands in a frame. */
interface News {
  readonly owner: PresencePeer
  readonly entry: Uint8Array
}

/**
 * Awareness of one document (P2.6, P2.7). Nothing is passed on as it came: the server writes who it is, keeps the
 * `field`, and drops the rest; a client id belongs to the socket that brought it; at most one round per interval.
 */
export function createPresence(
  peers: () => Iterable<PresencePeer>,
  clock: Clock,
  limits: { readonly awarenessBytes: number; readonly awarenessEveryMs: number },
  meter: Pick<RoomMeter, 'presence'> = noMeter,
) {
  const present = new Map<number, Present>()
  /** Clients that left since the last round. */
  const left = new Map<number, Present>()
  const changed = new Set<number>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let lastRoundMs = -Infinity

  const later = (): void => {
    if (timer || changed.size === 0) return
    const waitMs = Math.max(0, lastRoundMs + limits.awarenessEveryMs - clock.monotonic())
    timer = setTimeout(round, Math.min(waitMs, limits.awarenessEveryMs))
  }
  function round(): void {
    timer = null
    lastRoundMs = clock.monotonic()
    const news: News[] = []
    for (const clientId of changed) addNews(news, clientId)
    changed.clear()
    const everything = frameOf(news)
    let frames = 0
    for (const peer of peers()) {
      const own = news.some(({ owner }) => owner === peer)
      const frame = own ? frameOf(news.filter(({ owner }) => owner !== peer)) : everything
      if (frame === nothingFrame) continue
      peer.sendAlong(frame)
      frames++
    }
    meter.presence(frames)
    left.clear()
  }
  function addNews(news: News[], clientId: number): void {
    const one = present.get(clientId) ?? left.get(clientId)
    if (one) news.push({ owner: one.owner, entry: entryBytes({ clientId, clock: one.clock, json: one.json }) })
  }
  const frameOf = (news: readonly News[]): Uint8Array => (news.length === 0 ? nothingFrame : awarenessFrame(news.map(({ entry }) => entry)))
  function remove(clientId: number): void {
    const before = present.get(clientId)
    if (!before) return
    present.delete(clientId)
    left.set(clientId, { owner: before.owner, clock: before.clock + 1, json: 'null' })
    changed.add(clientId)
  }
  /** The same person may take its own client id over from a socket that died; nobody else may. */
  function mayOwn(peer: PresencePeer, clientId: number): boolean {
    const owner = present.get(clientId)?.owner
    if (owner === peer) return true
    if (owner && owner.participantId !== peer.participantId) return false
    return [...present.values()].filter((one) => one.owner === peer).length < CLIENTS_PER_SOCKET
  }

  return {
    /** @throws BadFrame when the bytes are none. States that break the rules are dropped without a word. */
    receive(peer: PresencePeer, payload: Uint8Array): void {
      // A stock client whose neighbours just left may name them too: those entries are foreign and dropped.
      for (const { clientId, json } of readAwareness(payload, 100)) {
        if (!mayOwn(peer, clientId)) continue
        const state = json.length > limits.awarenessBytes ? undefined : parse(json)
        if (state === null) remove(clientId)
        const clean = cleanState(state, peer.participantId ?? undefined)
        if (clean === undefined) continue
        const before = present.get(clientId)?.clock ?? left.get(clientId)?.clock ?? 0
        present.set(clientId, { owner: peer, clock: Math.max(before + 1, clock.now()), json: clean })
        left.delete(clientId)
        changed.add(clientId)
      }
      later()
    },
    /** Everyone but the peer itself, as one frame. */
    everyoneFor(peer: PresencePeer): Uint8Array {
      const news: News[] = []
      for (const [clientId, { owner }] of present) if (owner !== peer) addNews(news, clientId)
      return frameOf(news)
    },
    leave(peer: PresencePeer): void {
      for (const [clientId, { owner }] of present) if (owner === peer) remove(clientId)
      later()
    },
    close(): void {
      if (timer) clearTimeout(timer)
      timer = null
      changed.clear()
    },
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** The state as others may see it, as JSON; undefined when it claims what it is not. Who it is comes from the server alone. */
function cleanState(state: unknown, own: string | undefined): string | undefined {
  if (typeof state !== 'object' || state === null || Array.isArray(state)) return undefined
  const claimed = 'participantId' in state ? state.participantId : undefined
  if (claimed !== undefined && claimed !== null && claimed !== own) return undefined
  const field = 'field' in state && typeof state.field === 'string' && state.field.length <= FIELD_LENGTH ? state.field : undefined
  return JSON.stringify({ participantId: own, field })
}
