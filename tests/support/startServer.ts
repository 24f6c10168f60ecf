import { createApp, type App, type AppParts } from '../../server/app.ts'
import { createLocalBus } from '../../server/bus/local.ts'
import type { Network } from '../../server/domain/address/Addresses.ts'
import { systemClock, type Clock } from '../../server/domain/clock.ts'
import type { Disk } from '../../server/domain/machine/Disk.ts'
import type { Log } from '../../server/domain/Log.ts'
import type { Storage } from '../../server/domain/Storage.ts'
import { silentLog } from '../../server/log.ts'
import { openSqlite } from '../../server/storage/sqlite/openSqlite.ts'
import { fileURLToPath } from 'node:url'
import type { FakeClock } from './FakeClock.ts'

export interface StartOptions {
  /** A path, or ':memory:' (default). */
  readonly file?: string
  /** 0 (default): any free port. */
  readonly port?: number
  /** With a FakeClock nothing ticks by itself: use `advance`. */
  readonly clock?: Clock | FakeClock
  readonly log?: Log
  readonly network?: Network
  readonly disk?: Disk
  readonly wrapStorage?: (storage: Storage) => Storage
  /** Beside localhost; `classroom.test` is always among them, for browsers without a secure context. */
  readonly hostNames?: readonly string[]
  readonly parts?: Partial<Pick<AppParts, 'guessing' | 'templates' | 'locale' | 'clientFolder' | 'limits' | 'metricsToken'>>
}

export interface TestServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  readonly port: number
  readonly app: App
  /** The server's clock. */
  now(): number
  /** A fresh key for POST /api/trainer/exchange, or the fragment of the trainer page: `/trainer#key=…`. */
  trainerKey(): Promise<string>
  /** With a FakeClock: time passes second by second, as the server would see it. */
  advance(ms: number): Promise<void>
  stop(): Promise<void>
}

/** Only this computer, so that no test depends on the network it runs in. */
const noNetwork: Network = { interfaces: () => [], gatewayAddress: async () => null }
/** How full this computer's disk is says nothing about the program. */
const someDisk: Disk = { freeBytes: async () => null }
const clientFolder = fileURLToPath(new URL('../../dist/client', import.meta.url))
const SECOND_MS = 1_000

const isFake = (clock: Clock | FakeClock): clock is FakeClock => 'advance' in clock

/** The whole server on a port of its own, as in the classroom. Whoever starts one stops it. */
export async function startServer(options: StartOptions = {}): Promise<TestServer> {
  const clock = options.clock ?? systemClock
  const log = options.log ?? silentLog
  const storage = await openSqlite({ file: options.file ?? ':memory:', log })
  const app = await createApp({
    storage: options.wrapStorage?.(storage) ?? storage, clock, log, clientFolder, locale: 'zh-CN',
    bus: createLocalBus(),
    network: options.network ?? noNetwork,
    disk: options.disk ?? someDisk,
    hostNames: ['classroom.test', ...(options.hostNames ?? [])],
    ...options.parts,
    ...(isFake(clock) ? { tickMs: 0 } : {}),
  })
  const port = await app.listen(options.port ?? 0, '0.0.0.0')
  let stopped: Promise<void> | undefined
  return {
    url: `http://127.0.0.1:${port}`,
    port, app,
    now: () => clock.now(),
    trainerKey: async () => (await app.access.createLink()).key,
    async advance(ms) {
      if (!isFake(clock)) throw new Error('advance needs a FakeClock')
      for (let left = ms; left > 0; left -= SECOND_MS) {
        clock.advance(Math.min(left, SECOND_MS))
        await app.tick()
      }
    },
    stop: () => (stopped ??= app.close().then(() => undefined)),
  }
}
