import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalBus } from '../../server/bus/local.ts'
import type { Storage } from '../../server/domain/Storage.ts'
import { silentLog } from '../../server/log.ts'
import { openSqlite } from '../../server/storage/sqlite/openSqlite.ts'
import { describeAnswerRepository } from './answerRepository.ts'
import { describeBus } from './bus.ts'
import { describeCheckpointRepository } from './checkpointRepository.ts'
import { describeClassRepository } from './classRepository.ts'
import { describeCourseRepository } from './courseRepository.ts'
import { describeDayRepository } from './dayRepository.ts'
import { describeDocumentStore } from './documentStore.ts'
import { describeSessionRepository } from './sessionRepository.ts'

interface Opened {
  readonly storage: Storage
  readonly close: () => Promise<void>
}
const backends: Record<string, () => Promise<Opened>> = {
  'SQLite in memory': async () => {
    const storage = await openSqlite({ file: ':memory:', log: silentLog })
    return { storage, close: () => storage.close() }
  },
  'SQLite in a file': async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ketu-contract-'))
    const storage = await openSqlite({ file: join(folder, 'ketu.db'), log: silentLog })
    return { storage, close: () => storage.close().then(() => rm(folder, { recursive: true })) }
  },
}
for (const [name, open] of Object.entries(backends)) {
  describeDocumentStore(name, async () => open().then(({ storage, close }) => ({ store: storage.documents, close })))
  describeClassRepository(name, async () => open().then(({ storage, close }) => ({ classes: storage.classes, close })))
  describeCheckpointRepository(name, open)
  describeAnswerRepository(name, open)
  describeCourseRepository(name, async () => open().then(({ storage, close }) => ({ courses: storage.courses, close })))
  describeDayRepository(name, open)
  describeSessionRepository(name, async () => open().then(({ storage, close }) => ({ sessions: storage.sessions, close })))
}
describeBus('one process', async () => createLocalBus())
