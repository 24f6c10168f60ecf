/** What the rooms count for whoever watches over the process. Called on the way of every keystroke: must cost next to nothing. */
export interface RoomMeter {
  /** Update-carrying frames taken from peers. */
  updates(count: number): void
  /** Frames with changes handed to peers' sockets. */
  frames(count: number): void
  /** Frames with presence, handed to peers. */
  presence(count: number): void
  held(count: number): void
  /** A peer was closed for what it did. */
  refused(code: number): void
  /** One transaction: how long it took, and how many rows went in. */
  committed(ms: number, rows: number): void
  synced(ms: number): void
  compacted(): void
}
export const noMeter: RoomMeter = { updates() {}, frames() {}, presence() {}, held() {}, refused() {}, committed() {}, synced() {}, compacted() {} }

/** How things stand now, over all documents or those of one class. */
export interface RoomUsage {
  readonly documents: number
  /** Of the documents in memory, held edits included, as their rows and snapshots measure. */
  readonly bytes: number
  readonly connections: number
  /** Over the last second or so. */
  readonly updatesPerSecond: number
}
