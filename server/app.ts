import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CourseTemplate } from '../shared/course/template.ts'
import { defaultCourse } from '../shared/course/default.ts'
import type { Locale } from '../shared/language/locale.ts'
import type { Computer } from '../shared/preflight/report.ts'
import { Refusal } from '../shared/protocol/reply.ts'
import type { Usage } from '../shared/protocol/views.ts'
import { openAnswers, type Answers } from './domain/answers/Answers.ts'
import { createAccess, type Access } from './domain/access/Access.ts'
import type { Actor } from './domain/access/Actor.ts'
import { createAddresses, type Addresses, type Network } from './domain/address/Addresses.ts'
import { createArchives, type Archives } from './domain/archive/Archives.ts'
import type { Bus } from './domain/Bus.ts'
import { openCheckpoints, type Checkpoints } from './domain/checkpoint/Checkpoints.ts'
import { classBudget, usageOf } from './domain/budget/budget.ts'
import { createClassSpace } from './domain/budget/classSpace.ts'
import { present } from './domain/class/roster.ts'
import { openClasses, type Classes } from './domain/class/Classes.ts'
import type { ClassState } from './domain/class/ClassState.ts'
import { newId } from './domain/class/ids.ts'
import type { Clock } from './domain/clock.ts'
import { openCourses } from './domain/course/Courses.ts'
import { openDays } from './domain/course/Days.ts'
import type { Log } from './domain/Log.ts'
import type { Disk } from './domain/machine/Disk.ts'
import { createMachineWatch } from './domain/machine/machineWatch.ts'
import { createPreflight } from './domain/preflight/Preflight.ts'
import { createSafetyCopies } from './domain/machine/safetyCopies.ts'
import { createObservatory } from './domain/observe/Observatory.ts'
import { createReplays } from './domain/replay/Replays.ts'
import { createRooms, type LiveRooms } from './domain/room/createRooms.ts'
import { defaultLimits, type RoomLimits } from './domain/room/limits.ts'
import type { Storage } from './domain/Storage.ts'
import { createTakeHome } from './domain/takehome/TakeHome.ts'
import { createTickets } from './domain/takehome/tickets.ts'
import { createWipe } from './domain/wipe/Wipe.ts'
import { createFileThread } from './files/fileThread.ts'
import { createControl, type Control } from './transport/control/control.ts'
import { createComparisonFeed } from './transport/control/comparisonFeed.ts'
import { createObserverFeed } from './transport/control/observerFeed.ts'
import { createMetrics, metricsRoute } from './transport/metrics/metrics.ts'
import { trainerToken } from './transport/http/cookie.ts'
import { createGuessing, defaultGuessingLimits, type GuessingLimits } from './transport/http/guessing.ts'
import { createHttpApp } from './transport/http/httpApp.ts'
import { createOwnHosts } from './transport/http/ownHosts.ts'
import { createSyncEndpoint } from './transport/sync/syncEndpoint.ts'
import { createUpgradeRouter } from './transport/upgrade.ts'

export interface AppParts {
  readonly storage: Storage
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Log
  readonly network: Network
  readonly disk: Disk
  /** For commands that the trainer can copy. */
  readonly computer?: Omit<Computer, 'port'>
  /** Folder of the built client. */
  readonly clientFolder: string
  readonly hostNames: readonly string[]
  readonly locale: Locale
  readonly templates?: readonly CourseTemplate[]
  readonly guessing?: GuessingLimits
  /** What differs from `defaultLimits`. */
  readonly limits?: Partial<RoomLimits>
  /** Lets others than this computer itself read /metrics. */
  readonly metricsToken?: string | null
  /** Bytes of what lies in the data folder, by name; for /metrics. */
  readonly fileSizes?: () => Promise<Readonly<Record<string, number>>>
  /** Real time between two looks at the clock; 0: only when `tick` is called, for tests that bring their own clock. */
  readonly tickMs?: number
}
export interface App {
  readonly access: Access
  readonly classes: Classes
  readonly addresses: Addresses
  readonly rooms: LiveRooms
  readonly checkpoints: Checkpoints
  readonly answers: Answers
  readonly archives: Archives
  /** @throws the system's error, such as EADDRINUSE. Resolves with the port. */
  listen(port: number, host: string): Promise<number>
  tick(): Promise<void>
  /** Called once an hour: what has had its time is erased. */
  prune(): Promise<void>
  /**
   * Stops accepting, saves, tells everybody what is saved, closes connections and storage, in this order.
   * @returns whether all is stored; not so where the disk refused to the last. @throws what the disk says when the file is closed
   */
  close(): Promise<boolean>
}

const TICK_MS = 1_000
const REFRESH_NETWORK_MS = 10_000
const PRUNE_MS = 60 * 60_000

/** The whole server, without a port until it listens. Main and the tests both make it here. */
export async function createApp(parts: AppParts): Promise<App> {
  const { storage, bus, clock, log, locale, clientFolder } = parts
  let port = 0
  const budget = classBudget({ ...defaultLimits, ...parts.limits })
  const usage = (state: ClassState): Usage => usageOf(budget, { rooms: rooms.usage(state.id), people: present(state).length, groups: state.groups.length })
  const metrics = createMetrics(async () => ({
    ...rooms.usage(),
    control: control.connections(),
    classes: classes.list().map((classroom) => ({ classId: classroom.id, usage: usage(classroom.state()) })),
    waitingWrites: rooms.waitingWrites(),
    files: (await parts.fileSizes?.()) ?? {},
    storageFailing: machine.diskFailing(),
  }))
  const rooms: LiveRooms = createRooms({ documents: storage.documents, bus, clock, log, limits: parts.limits, meter: metrics.meter })
  const classes = await openClasses({ repository: storage.classes, rooms, clock, log })
  const checkpoints = await openCheckpoints({ repository: storage.checkpoints, rooms, classes, clock, log })
  const answers = await openAnswers({ repository: storage.answers, classes, clock, log })
  const files = createFileThread(log)
  const archives = createArchives({ classes, rooms, documents: storage.documents, checkpoints: storage.checkpoints, answers, files, clock, log })
  const courses = await openCourses({ repository: storage.courses, builtIn: parts.templates ?? [defaultCourse], clock, log })
  const days = openDays({ repository: storage.days, classes, log })
  const copies = createSafetyCopies({ storage, classes, clock, log })
  const access = createAccess({ sessions: storage.sessions, classes, clock, log })
  const addresses = createAddresses({ network: parts.network, clock, port: () => port })
  const hosts = createOwnHosts(addresses, parts.hostNames)
  const observatory = createObservatory(rooms)
  const takeHome = createTakeHome({ classes, rooms, archives, clock, zoneMinutes: (at) => -new Date(at).getTimezoneOffset() })
  const startedAt = clock.now()
  const run = newId()

  const machine = await createMachineWatch({
    disk: parts.disk, rooms, clock, log,
    restored: storage.restored,
    classFailing: () => classes.list().some((classroom) => classroom.saveFailing()),
    changed: () => control.machineChanged(),
  })
  const preflight = createPreflight({
    clock,
    computer: () => ({ platform: '', program: 'node', ...parts.computer, port }),
    freeBytes: machine.freeBytes,
    changed: () => control.machineChanged(),
  })
  const space = createClassSpace(usage, clock.now)
  const control: Control = createControl({
    classes, access, checkpoints, answers, replays: createReplays({ repository: storage.checkpoints, rooms, classes, clock }), addresses, hosts, clock, log, run,
    masker: observatory.masker,
    machineWarnings: (state) => [...space.warnings(state), ...machine.warnings(state)],
    usage,
    preflight: preflight.view,
    flooded: machine.flooded,
    openFeed: (classroom, channel) => createObserverFeed({ classroom, channel, observatory, clock, log }),
    openComparison: (classroom, channel) => createComparisonFeed({ classroom, channel, observatory, log }),
  })
  const wipe = createWipe({ classes, rooms, checkpoints: storage.checkpoints, answers, repository: storage.classes, farewell: control.farewell, clock, log })
  const http = createHttpApp({
    access, classes, wipe, preflight, courses, days, addresses, hosts, log, clientFolder, locale,
    files, archives, rooms, clock, takeHome, tickets: createTickets(clock),
    guessing: createGuessing(parts.guessing ?? defaultGuessingLimits),
    health: () => ({ run, uptimeMs: Math.round(clock.now() - startedAt), classes: classes.list().length, diskFailing: machine.diskFailing() }),
    metrics: metricsRoute(metrics, parts.metricsToken ?? null),
  })
  const sync = createSyncEndpoint({ rooms, authenticate: authenticateWith(access), isKnown: isKnownIn(classes), log })
  const upgrades = createUpgradeRouter({
    sync, log,
    // Every device has one of these; the addresses that a socket was asked for stay in memory with it.
    control(request, socket, head) {
      addresses.arrived(request.socket.localAddress, request.socket.remoteAddress)
      control.handleUpgrade(request, socket, head)
    },
    allowHost: hosts.allowHost,
    allowOrigin: hosts.allowOrigin,
  })

  const server = createServer((request, response) => {
    if (request.url?.startsWith('/socket.io/')) control.handleRequest(request, response)
    else http(request, response)
  })
  // Slow or silent peers don't hold a place (P5.11).
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.keepAliveTimeout = 20_000
  const detach = upgrades.attach(server)

  async function tick(): Promise<void> {
    await classes.tick()
    await machine.tick()
    await checkpoints.tick()
    copies.tick()
    preflight.tick()
  }
  const prune = async (): Promise<void> => {
    await storage.sessions.prune(clock.now())
    await courses.prune()
  }
  const regularly = (everyMs: number, event: string, work: () => Promise<unknown>): NodeJS.Timeout =>
    setInterval(() => void work().catch((error: unknown) => log.error(event, { error })), everyMs).unref()
  const tickMs = parts.tickMs ?? TICK_MS
  const timers = [
    ...(tickMs > 0 ? [regularly(tickMs, 'tick.failed', tick)] : []),
    regularly(REFRESH_NETWORK_MS, 'network.failed', addresses.refresh),
    regularly(PRUNE_MS, 'prune.failed', prune),
  ]
  // A full disk must not keep the class from starting.
  await prune().catch((error: unknown) => log.warn('prune.failed', { error }))
  await addresses.refresh()

  return {
    access, classes, addresses, rooms, checkpoints, answers, archives, tick, prune,
    async listen(wanted, host) {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(wanted, host, () => {
          server.off('error', reject)
          resolve()
        })
      })
      port = (server.address() as AddressInfo).port
      return port
    },
    async close() {
      timers.forEach(clearInterval)
      const closed = new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve()))
      await control.close()
      await classes.close()
      await checkpoints.close()
      // What has arrived is written and its receipts are on their way before the sockets are closed.
      await rooms.close()
      await sync.close()
      detach()
      server.closeAllConnections()
      await closed
      observatory.close()
      takeHome.close()
      machine.close()
      await bus.close()
      await files.close()
      await copies.close()
      await storage.close()
      return rooms.waitingWrites() === 0 && !classes.list().some((classroom) => classroom.saveFailing())
    },
  }
}

/** The sync endpoint asks here who comes: by token, or the trainer by cookie. */
const authenticateWith = (access: Access) => async (request: IncomingMessage, token: string | null): Promise<Actor | null> => {
  try {
    if (token !== null) return (await access.actorOf(token)) ?? null
    const cookie = trainerToken(request)
    return cookie !== undefined && (await access.isTrainer(cookie)) ? { role: 'trainer' } : null
  } catch (error) {
    if (error instanceof Refusal) return null // the class has ended
    throw error
  }
}

const isKnownIn = (classes: Classes) => (documentId: string): boolean =>
  classes.list().some((classroom) => classroom.state().groups.some((group) => group.id === documentId))
