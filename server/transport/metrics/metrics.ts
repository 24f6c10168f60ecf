import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { RoomMeter, RoomUsage } from '../../domain/room/RoomMeter.ts'

/** How things stand at the moment of a scrape. */
export interface Standing extends RoomUsage {
  readonly classes: number
  readonly controlSockets: number
  readonly storageFailing: boolean
}

const SECOND_MS = 1_000
const commitSeconds = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]

/** Prometheus figures of this server. What the process itself tells is gathered from the first scrape on: watching costs, too. */
export function createMetrics(standing: () => Standing) {
  const registry = new Registry()
  const registers = [registry]
  const counter = (name: string, help: string): Counter => new Counter({ name: `ketu_${name}`, help, registers })
  const updates = counter('updates_received_total', 'Update-carrying frames taken from peers')
  const frames = counter('update_frames_sent_total', 'Frames with changes handed to peers')
  const held = counter('updates_held_total', 'Updates kept back by a lock')
  const rows = counter('stored_rows_total', 'Rows appended to the store')
  const compactions = counter('compactions_total', 'Documents whose log was merged into a snapshot')
  const refusals = new Counter({ name: 'ketu_peers_refused_total', help: 'Peers closed for what they did, by close code', labelNames: ['code'], registers })
  const commits = new Histogram({ name: 'ketu_commit_seconds', help: 'Time of one transaction', buckets: commitSeconds, registers })
  const syncs = new Histogram({ name: 'ketu_disk_sync_seconds', help: 'Time of one disk sync', buckets: commitSeconds, registers })
  const gauge = (name: string, help: string, read: (now: Standing) => number): void => {
    new Gauge({
      name: `ketu_${name}`, help, registers,
      collect() {
        this.set(read(standing()))
      },
    })
  }
  gauge('classes', 'Classes known', ({ classes }) => classes)
  gauge('documents_loaded', 'Documents in memory', ({ documents }) => documents)
  gauge('document_bytes', 'Bytes of the documents in memory', ({ bytes }) => bytes)
  gauge('sync_connections', 'Connections to documents', ({ connections }) => connections)
  gauge('control_connections', 'Connections of the control channel', ({ controlSockets }) => controlSockets)
  gauge('updates_per_second', 'Updates over the last second', ({ updatesPerSecond }) => updatesPerSecond)
  gauge('storage_failing', '1 while the disk refuses', ({ storageFailing }) => Number(storageFailing))

  const meter: RoomMeter = {
    updates: (count) => updates.inc(count),
    frames: (count) => frames.inc(count),
    held: (count) => held.inc(count),
    refused: (code) => refusals.inc({ code }),
    committed(ms, count) {
      commits.observe(ms / SECOND_MS)
      rows.inc(count)
    },
    synced: (ms) => syncs.observe(ms / SECOND_MS),
    compacted: () => compactions.inc(),
  }
  let watchesProcess = false
  return {
    meter,
    async scrape(): Promise<{ readonly type: string; readonly text: string }> {
      if (!watchesProcess) collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 })
      watchesProcess = true
      return { type: registry.contentType, text: await registry.metrics() }
    },
  }
}
export type Metrics = ReturnType<typeof createMetrics>

/** For this computer itself, or for who has the token; a proxy in front of us does not make a stranger local. */
export function metricsRoute(metrics: Metrics, token: string | null) {
  return async (request: Request, response: Response): Promise<void> => {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    const isKnown = token !== null && given !== undefined && same(given, token)
    if (!isKnown && !isLocal(request)) throw new Refusal('not-allowed', 'metrics are for this computer, or with a token')
    const { type, text } = await metrics.scrape()
    response.setHeader('Cache-Control', 'no-store')
    response.type(type).send(text)
  }
}
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))
const isLocal = ({ socket, headers }: Request): boolean =>
  /^(?:127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
