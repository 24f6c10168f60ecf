import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import { createApp, type App } from '../../../server/app.ts'
import { createLocalBus } from '../../../server/bus/local.ts'
import { systemClock } from '../../../server/domain/clock.ts'
import { newId } from '../../../server/domain/class/ids.ts'
import { join as joinClass } from '../../../server/domain/class/roster.ts'
import type { ClassActor } from '../../../server/domain/class/ClassActor.ts'
import { diskOf } from '../../../server/disk.ts'
import { createLog } from '../../../server/log.ts'
import { systemNetwork } from '../../../server/network.ts'
import { openSqlite } from '../../../server/storage/sqlite/openSqlite.ts'
import { defaultCourse } from '../../../shared/course/default.ts'
import { SYNC_PATH } from '../../../shared/protocol/sync.ts'
import { serveServer, type Seat, type ServerSetup } from './contract.ts'

/** A class has at most twelve; ten make the sums easy. */
const GROUPS_PER_CLASS = 10

async function openClassroom(app: App, groups: number): Promise<ClassActor> {
  return app.classes.create({ template: defaultCourse, title: undefined, trainerName: '王老师', groups, locale: 'zh-CN' })
}

async function makeClasses(app: App, { groups, perGroup, content }: ServerSetup): Promise<void> {
  for (let from = 0; from < groups; from += GROUPS_PER_CLASS) {
    const classroom = await openClassroom(app, Math.min(GROUPS_PER_CLASS, groups - from))
    const groupIds = classroom.state().groups.map((group) => group.id)
    await classroom.change((state, now) =>
      groupIds.flatMap((groupId) => Array.from({ length: perGroup }, () => groupId)).reduce(
        (made, groupId, index) => joinClass(made, { id: newId(), name: `P${index}`, groupId }, () => true, now), state))
    if (content) for (const groupId of groupIds) await app.rooms.edit(groupId, (doc) => Y.applyUpdate(doc, content))
  }
}

/** In the order in which they were made, so that the first projector watches the first seat's group. */
const classesOf = (app: App): ClassActor[] => [...app.classes.list()].reverse()

/** Everybody in the classes of this server, with a token made as for a tablet that joins. */
async function seatsIn(app: App): Promise<Seat[]> {
  const seats: Seat[] = []
  let group = 0
  for (const classroom of classesOf(app)) {
    const { groups, participants, id } = classroom.state()
    for (const { id: document } of groups) {
      for (const { id: participantId } of participants.filter((one) => one.groupId === document)) {
        const token = await app.access.admit(id, participantId)
        seats.push({ group, document, participantId, path: `${SYNC_PATH}${document}?token=${token}&ack=1` })
      }
      group++
    }
  }
  return seats
}

/** The product: the app of main.ts, with the file on disk, the log and the limits that it has. */
serveServer(async (setup) => {
  mkdirSync(setup.folder, { recursive: true })
  const log = createLog({ file: join(setup.folder, 'logs', 'ketu.log'), level: 'info' })
  const storage = await openSqlite({ file: join(setup.folder, 'ketu.db'), log })
  const app = await createApp({
    storage, log,
    bus: createLocalBus(),
    clock: systemClock,
    network: systemNetwork,
    disk: diskOf(setup.folder),
    clientFolder: setup.folder,
    hostNames: [],
    locale: 'zh-CN',
    // Several classes in one process, and a history typed by one connection, are not what the defaults are for.
    limits: { sockets: 20_000, ...(setup.writesFast ? { messagesPerSecond: 10_000, messageBurst: 10_000, bytesPerSecond: 5_000_000 } : {}) },
  })
  if (app.classes.list().length === 0) await makeClasses(app, setup)
  const port = await app.listen(0, '127.0.0.1')
  return {
    ready: {
      port, dialect: 'plain', seats: await seatsIn(app),
      projectors: await Promise.all(classesOf(app).map((classroom) => app.access.createProjector(classroom.id))),
    },
    close: async () => void (await app.close()),
  }
})
