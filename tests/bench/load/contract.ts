import type { Dialect, Seat } from '../servers/contract.ts'

export interface Crowd {
  readonly port: number
  readonly dialect: Dialect
  readonly seats: readonly Seat[]
  readonly perGroup: number
  /** Documents start with content: who has not got it is not in step. */
  readonly hasContent: boolean
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
export interface Watched {
  readonly port: number
  /** Of projectors, one for each class. */
  readonly tokens: readonly string[]
  /** A place in the group whose summary changes. */
  readonly seat: Seat
}
export interface ProjectorReport {
  /** To one projector. */
  readonly messagesPerSecond: number
  /** From the edit to the picture that shows it, ms. */
  readonly p50: number
  readonly p99: number
  readonly seen: number
}
/** What became of edits when their server was killed. */
export interface Census {
  /** Edits that some peer had received. */
  readonly seen: number
  /** Of these, not in the document any more. */
  readonly lost: number
  /** Edits that their writer was told are saved and that are not in the document any more. */
  readonly brokenPromises: number
  /** How long before the kill the oldest of the lost ones was written, ms. */
  readonly oldestMs: number
}
export interface History {
  readonly port: number
  readonly dialect: Dialect
  readonly seat: Seat
  readonly edits: number
  readonly perSecond: number
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
  readonly projector: ProjectorReport | null
}
export interface LoadCalls {
  /** A group's document after an afternoon, of at least so many bytes; see groupWork. */
  content(untilBytes: number): Promise<Uint8Array>
  /** Opens the connections and waits until all have their document, or have failed. */
  join(crowd: Crowd): Promise<Joined>
  start(pace: Pace): Promise<null>
  mark(input: null): Promise<null>
  report(input: null): Promise<Report>
  /** Stops the typing, waits for what is under way, and counts what never came: edits times peers. */
  finish(input: null): Promise<{ readonly missing: number; readonly expected: number }>
  /** Connects the projectors, and a writer that changes a group's summary about once a second. */
  watch(watched: Watched): Promise<null>
  /** After the server was killed and started again: what is in the documents, seen with fresh clients only. */
  census(again: Pick<Crowd, 'port' | 'dialect' | 'seats'>): Promise<Census>
  /** Writes a history into one document; resolves when another client has all of it. */
  write(history: History): Promise<{ readonly bytes: number }>
  /** Opens that document; resolves when it is as `write` left it. */
  read(history: History): Promise<{ readonly ms: number }>
  /** Cuts all connections. */
  leave(input: null): Promise<null>
}
