import { setTimeout as wait } from 'node:timers/promises'
import { takeCensus } from './census.ts'
import type { Census, Crowd, Joined, Pace, Report, Watched } from './contract.ts'
import { Histogram } from './histogram.ts'
import { ProjectorWatch } from './ProjectorWatch.ts'
import { Tablet } from './Tablet.ts'
import { Ticker } from './ticker.ts'

const JOIN_MS = 60_000
/** How long edits may be under way after the last one was sent. */
const DRAIN_MS = 5_000
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** All tablets of one run against one server, and what they saw. */
export class Session {
  private readonly tablets: Tablet[] = []
  private readonly ticker = new Ticker()
  private readonly latency = new Histogram()
  private readonly late = new Histogram()
  /** When each edit was sent, by writer. */
  private readonly sentAt: number[][] = []
  private perGroup = 1
  private edits = 0
  private deliveries = 0
  private closed = 0
  /** When the first connection was lost that we did not cut. */
  private brokenAt = 0
  private projectors: ProjectorWatch | null = null
  private since = { at: 0, cpuMs: 0, frames: 0, receipts: 0 }

  async join(crowd: Crowd): Promise<Joined> {
    const times = new Histogram()
    this.perGroup = crowd.perGroup
    const startedAt = performance.now()
    const first = this.tablets.length
    let failed = 0
    let next = 0
    const comeIn = async (): Promise<void> => {
      for (let seat = crowd.seats[next++]; seat; seat = crowd.seats[next++]) {
        const begunAt = performance.now()
        if (await this.open(crowd, seat, first + next - 1)) times.add(performance.now() - begunAt)
        else failed++
      }
    }
    await Promise.all(Array.from({ length: crowd.atOnce }, comeIn))
    return {
      p50: times.quantile(0.5), p99: times.quantile(0.99), slowest: times.quantile(1), allMs: performance.now() - startedAt, failed,
      documentBytes: Math.max(0, ...this.tablets.slice(first).map((tablet) => tablet.documentBytes)),
    }
  }
  private open(crowd: Crowd, seat: Crowd['seats'][number], index: number): Promise<boolean> {
    return new Promise((done) => {
      const tooLong = setTimeout(() => done(false), JOIN_MS)
      const settle = (isIn: boolean): void => {
        clearTimeout(tooLong)
        done(isIn)
      }
      this.sentAt[index] = []
      this.tablets[index] = new Tablet({
        port: crowd.port, dialect: crowd.dialect, seat, index,
        firstOfGroup: index - (index % crowd.perGroup),
        expectsContent: crowd.hasContent,
        synced: () => settle(true),
        closed: () => {
          this.closed++
          this.brokenAt ||= performance.now()
          settle(false)
        },
        seen: (writer, edit) => this.deliver(writer, edit),
      })
    })
  }
  private deliver(writer: number, edit: number): void {
    const sentAt = this.sentAt[writer]?.[edit]
    if (sentAt === undefined) return
    this.deliveries++
    this.latency.add(performance.now() - sentAt)
  }

  async watch(watched: Watched): Promise<void> {
    this.projectors = new ProjectorWatch(watched)
    await this.projectors.ready()
  }
  start({ editsPerSecond, presence, latencyFrom }: Pace): void {
    for (const tablet of this.tablets) {
      if (editsPerSecond > 0) {
        this.ticker.add(1_000 / editsPerSecond, (dueAt) => {
          const now = performance.now()
          this.late.add(now - dueAt)
          this.sentAt[tablet.index]?.push(latencyFrom === 'due' ? dueAt : now)
          this.edits++
          tablet.edit()
        })
      }
      if (presence) this.ticker.add(1_000, () => tablet.sayWhere())
    }
    this.mark()
    this.ticker.start()
  }
  mark(): void {
    this.latency.clear()
    this.late.clear()
    this.projectors?.mark()
    this.edits = 0
    this.deliveries = 0
    this.since = { at: performance.now(), cpuMs: cpuMs(), ...this.received() }
  }
  report(): Report {
    const { frames, receipts } = this.received()
    return {
      ms: performance.now() - this.since.at,
      edits: this.edits,
      deliveries: this.deliveries,
      p50: this.latency.quantile(0.5),
      p99: this.latency.quantile(0.99),
      frames: frames - this.since.frames,
      receipts: receipts - this.since.receipts,
      closed: this.closed,
      cpuMs: cpuMs() - this.since.cpuMs,
      lateP99: this.late.quantile(0.99),
      projector: this.projectors?.report() ?? null,
    }
  }
  async finish(): Promise<{ readonly missing: number; readonly expected: number }> {
    this.ticker.stop()
    const giveUpAt = performance.now() + DRAIN_MS
    while (this.count().missing > 0 && performance.now() < giveUpAt) await wait(50)
    return this.count()
  }
  census(again: Pick<Crowd, 'port' | 'dialect' | 'seats'>): Promise<Census> {
    this.ticker.stop()
    return takeCensus(again, this.tablets.map((tablet) => ({
      writer: tablet.index,
      document: tablet.document,
      seen: 1 + Math.max(-1, ...this.groupOf(tablet).map((peer) => peer.lastSeenOf(tablet.index))),
      saved: tablet.saved,
      ageMs: (edit) => this.brokenAt - (this.sentAt[tablet.index]?.[edit] ?? this.brokenAt),
    })))
  }
  leave(): void {
    this.ticker.stop()
    this.projectors?.stop()
    this.projectors = null
    for (const tablet of this.tablets.splice(0)) tablet.cut()
    this.sentAt.length = 0
    this.closed = 0
    this.brokenAt = 0
  }
  private groupOf(tablet: Tablet): readonly Tablet[] {
    const first = tablet.index - (tablet.index % this.perGroup)
    return this.tablets.slice(first, first + this.perGroup)
  }

  private received(): { frames: number; receipts: number } {
    let frames = 0
    let receipts = 0
    for (const tablet of this.tablets) {
      frames += tablet.received.frames
      receipts += tablet.received.receipts
    }
    return { frames, receipts }
  }
  private count(): { missing: number; expected: number } {
    let missing = 0
    let expected = 0
    for (const writer of this.tablets) {
      for (const reader of this.groupOf(writer)) {
        if (reader === writer) continue
        expected += writer.edits.count
        missing += writer.edits.count - 1 - reader.lastSeenOf(writer.index)
      }
    }
    return { missing, expected }
  }
}
