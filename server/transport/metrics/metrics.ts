import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { roles, type Role } from '../../../shared/access/policy.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { Usage } from '../../../shared/protocol/views.ts'
import { isLoopback, plainAddress } from '../../domain/address/plainAddress.ts'
import type { RoomMeter, RoomUsage } from '../../domain/room/RoomMeter.ts'

/** How things stand at the moment of a scrape. */
export interface Standing extends RoomUsage {
  readonly control: Readonly<Record<Role, number>>
  readonly classes: readonly { readonly classId: string; readonly usage: Usage }[]
  /** Jobs that wait for the disk. */
  readonly waitingWrites: number
  /** Bytes of what lies in the data folder, by name. */
  readonly files: Readonly<Record<string, number>>
  readonly storageFailing: boolean
}

const SECOND_MS = 1_000
const commitSeconds = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1]
const shares = ['documents', 'bytes', 'people', 'updatesPerSecond'] as const

/** Prometheus figures of this server. What the process itself tells is gathered from the first scrape on: watching costs, too. */
export function createMetrics(standing: () => Promise<Standing>) {
  const registry = new Registry()
  const registers = [registry]
  /** Counted in a plain number, on the way of every keystroke; the library hears of it when somebody asks. */
  function counter(name: string, help: string): (count: number) => void {
    let total = 0
    const told = new Counter({
      name: `ketu_${name}`, help, registers,
      collect() {
        told.reset()
        told.inc(total)
      },
    })
    return (count) => {
      total += count
    }
  }
  const gauge = <Label extends string = never>(name: string, help: string, labelNames: readonly Label[] = []): Gauge<Label> =>
    new Gauge({ name: `ketu_${name}`, help, labelNames: [...labelNames], registers })
  const updates = counter('updates_received_total', 'Update-carrying frames taken from peers')
  const frames = counter('update_frames_sent_total', 'Frames with changes handed to peers')
  const presence = counter('presence_frames_sent_total', 'Frames with presence handed to peers')
  const held = counter('updates_held_total', 'Updates kept back by a lock')
  const rows = counter('stored_rows_total', 'Rows appended to the store')
  const compactions = counter('compactions_total', 'Documents whose log was merged into a snapshot')
  const refusals = new Counter({ name: 'ketu_peers_refused_total', help: 'Peers closed for what they did, by close code', labelNames: ['code'], registers })
  const commits = new Histogram({ name: 'ketu_commit_seconds', help: 'Time of one transaction', buckets: commitSeconds, registers })
  const syncs = new Histogram({ name: 'ketu_disk_sync_seconds', help: 'Time of one disk sync', buckets: commitSeconds, registers })

  const documents = gauge('documents_loaded', 'Documents in memory')
  const documentBytes = gauge('document_bytes', 'Bytes of the documents in memory')
  const connections = gauge('sync_connections', 'Connections to documents')
  const control = gauge('control_connections', 'Connections of the control channel', ['role'])
  const rate = gauge('updates_per_second', 'Updates over the last second')
  const waiting = gauge('journal_waiting', 'Writes that wait for the disk')
  const failing = gauge('storage_failing', '1 while the disk refuses')
  const files = gauge('file_bytes', 'Bytes in the data folder: the database, its write-ahead log, safety copies', ['file'])
  const used = gauge('class_used', 'What a class uses of its budget', ['class', 'what'])
  const budget = gauge('class_budget', 'What a class may use', ['class', 'what'])

  function look(now: Standing): void {
    documents.set(now.documents)
    documentBytes.set(now.bytes)
    connections.set(now.connections)
    rate.set(now.updatesPerSecond)
    waiting.set(now.waitingWrites)
    failing.set(Number(now.storageFailing))
    for (const role of roles) control.set({ role }, now.control[role])
    for (const one of [files, used, budget]) one.reset()
    for (const [file, bytes] of Object.entries(now.files)) files.set({ file }, bytes)
    for (const { classId, usage } of now.classes) {
      for (const what of shares) {
        used.set({ class: classId, what }, usage[what].used)
        budget.set({ class: classId, what }, usage[what].of)
      }
    }
  }

  const meter: RoomMeter = {
    updates, frames, presence, held,
    refused: (code) => refusals.inc({ code }),
    committed(ms, count) {
      commits.observe(ms / SECOND_MS)
      rows(count)
    },
    synced: (ms) => syncs.observe(ms / SECOND_MS),
    compacted: () => compactions(1),
  }
  let watchesProcess = false
  return {
    meter,
    async scrape(): Promise<{ readonly type: string; readonly text: string }> {
      if (!watchesProcess) collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 })
      watchesProcess = true
      look(await standing())
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
/** What proxies say of those they speak for. */
const forwarding = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via']
const isLocal = ({ socket, headers }: Request): boolean =>
  isLoopback(plainAddress(socket.remoteAddress ?? '')) && forwarding.every((header) => headers[header] === undefined)
