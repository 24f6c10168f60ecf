import { setSettings } from '../../../shared/map/document.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import type { Aggregate } from '../../../shared/protocol/views.ts'
import { openControl, tokenAuth, type ControlLine } from '../../simulator/api.ts'
import type { ProjectorReport, Watched } from './contract.ts'
import { DocumentClient } from './DocumentClient.ts'
import { Histogram } from './histogram.ts'

const EVERY_MS = 900
const JITTER_MS = 400
/** A line of the map stands between 0 and 100; each change puts it where it has not been. */
const positionOf = (change: number): number => 20 + (change % 6_000) / 100

/** The projectors of all classes, and how long a change of a group's summary takes to be in their picture. */
export class ProjectorWatch {
  private readonly writer: DocumentClient
  private readonly lines: readonly ControlLine[]
  private readonly latency = new Histogram()
  private readonly origin: LocalOrigin
  private timer: NodeJS.Timeout | null = null
  private messages = 0
  private since = 0
  private changes = 0
  private sentAt: number | null = null

  constructor(private readonly watched: Watched) {
    this.origin = new LocalOrigin(watched.seat.participantId)
    this.writer = new DocumentClient({ port: watched.port, dialect: 'plain', seat: watched.seat })
    this.lines = watched.tokens.map((token) => openControl(`http://127.0.0.1:${watched.port}`, tokenAuth('projector', token)))
    for (const { socket } of this.lines) {
      socket.onAny(() => void this.messages++)
      socket.on('aggregate', (aggregate: Aggregate) => this.look(aggregate))
    }
  }
  async ready(): Promise<void> {
    await Promise.all([this.writer.until(() => this.writer.isSynced), ...this.lines.map((line) => line.view())])
    this.writer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this.origin) this.writer.send(update)
    })
    this.change()
    this.mark()
  }
  mark(): void {
    this.latency.clear()
    this.messages = 0
    this.since = performance.now()
  }
  report(): ProjectorReport {
    return {
      messagesPerSecond: this.messages / this.lines.length / ((performance.now() - this.since) / 1_000),
      p50: this.latency.quantile(0.5), p99: this.latency.quantile(0.99), seen: this.latency.count,
    }
  }
  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.writer.cut()
    for (const line of this.lines) line.close()
  }

  private change(): void {
    this.timer = setTimeout(() => this.change(), EVERY_MS + Math.random() * JITTER_MS)
    this.changes++
    this.sentAt = performance.now()
    setSettings(this.writer.doc, { cutX: positionOf(this.changes) }, this.origin)
  }
  private look({ groups }: Aggregate): void {
    const summary = groups.find((group) => group.groupId === this.watched.seat.document)
    if (this.sentAt === null || summary?.cutX !== positionOf(this.changes)) return
    this.latency.add(performance.now() - this.sentAt)
    this.sentAt = null
  }
}
