import type { Dialect, Seat } from '../servers/contract.ts'

export interface Crowd {
  readonly port: number
  readonly dialect: Dialect
  readonly seats: readonly Seat[]
  readonly perGroup: number
  /** How many may be on their way in at a time. */
  readonly atOnce: number
}
export interface Joined {
  /** Time to the document, ms, of all who came in: median, the slowest of 99 in 100, and the last one. */
  readonly p50: number
  readonly p99: number
  readonly slowest: number
  /** Between the first connection and the last document. */
  readonly allMs: number
  readonly failed: number
  readonly documentBytes: number
}
export interface Pace {
  /** Each tablet's; 0: nobody types. */
  readonly editsPerSecond: number
  /** Each tablet says once a second where it is. */
  readonly presence: boolean
  /** Whether a late generator counts as a late delivery. */
  readonly latencyFrom: 'sent' | 'due'
}
interface Watched {
  readonly port: number
  readonly token: string
  /** The group whose summary changes, and a tablet's place in it. */
  readonly seat: Seat
}
/** Since the last `mark`. */
export interface Report {
  readonly ms: number
  readonly edits: number
  readonly deliveries: number
  readonly p50: number
  readonly p99: number
  /** Messages that all tablets got, of any kind. */
  readonly frames: number
  readonly receipts: number
  readonly closed: number
  /** Of this process, ms. */
  readonly cpuMs: number
  /** Edits left when they were due; the slowest of 99 in 100, ms later. */
  readonly lateP99: number
  readonly projector: { readonly messagesPerSecond: number; readonly p50: number; readonly p99: number; readonly seen: number } | null
}
export interface LoadCalls {
  /** Opens the connections and waits until all have their document, or have failed. */
  join(crowd: Crowd): Promise<Joined>
  start(pace: Pace): Promise<null>
  mark(input: null): Promise<null>
  report(input: null): Promise<Report>
  /** Stops the typing, waits for what is under way, and counts what never came: edits times peers. */
  finish(input: null): Promise<{ readonly missing: number; readonly expected: number }>
  /** Cuts all connections. */
  leave(input: null): Promise<null>
}
