import type { ClassRepository } from '../../domain/class/ClassRepository.ts'
import type { ClassState } from '../../domain/class/ClassState.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { numberOf, textOf, type Driver, type Row } from './driver.ts'
import type { Writes } from './housekeeping.ts'
import type { Sessions } from './sessions.ts'

/** Removes what the file, its log and its copies still say about what is gone from a class; `last` is done before a new copy is taken. @returns how many copies went */
export type Forget = (classId: string, last?: () => Promise<void>) => Promise<number>

export function createClassRepository(driver: Driver, { write, synced }: Writes, sessions: Pick<Sessions, 'wipe'>, forget: Forget): ClassRepository {
  const list = driver.prepare('SELECT state FROM classes ORDER BY created_at DESC, id')
  const byId = driver.prepare('SELECT state, version FROM classes WHERE id = ?')
  const byOpenCode = driver.prepare('SELECT id FROM classes WHERE code = ? AND ended_at IS NULL')
  const upsert = driver.prepare(
    `INSERT INTO classes (id, code, version, created_at, ended_at, state) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET code = excluded.code, version = excluded.version, ended_at = excluded.ended_at, state = excluded.state`,
  )
  /** Written, and not known to be synced: who was told that it failed comes with the same number again. */
  const unsynced = new Map<string, number>()
  function put(state: ClassState, text: string): void {
    const stored = byId.all([state.id])[0]
    const version = stored ? numberOf(stored, 'version') : 0
    const isAgain = version === state.version && unsynced.get(state.id) === version
    if (version !== state.version - 1 && !isAgain) {
      throw new Refusal('conflict', `the class is stored with version ${version}, not ${state.version - 1}`)
    }
    const holder = state.endedAt === null ? byOpenCode.all([state.code])[0] : undefined
    if (holder && textOf(holder, 'id') !== state.id) throw new Refusal('conflict', 'the code belongs to another class')
    upsert.run([state.id, state.code, state.version, state.createdAt, state.endedAt, text])
  }
  return {
    async list() {
      return list.all([]).map(toState)
    },
    async find(classId) {
      return byId.all([classId]).map(toState)[0]
    },
    async save(state) {
      const text = JSON.stringify(state)
      await write(text.length, () => put(state, text))
      unsynced.set(state.id, state.version)
      await synced()
      if (unsynced.get(state.id) === state.version) unsynced.delete(state.id)
    },
    async wipe(classId, left) {
      const remove = driver.prepare('DELETE FROM classes WHERE id = ?')
      await write(0, () => {
        driver.prepare('DELETE FROM updates WHERE document_id IN (SELECT id FROM documents WHERE class_id = ?)').run([classId])
        driver.prepare('DELETE FROM documents WHERE class_id = ?').run([classId])
        driver.prepare('DELETE FROM answers WHERE class_id = ?').run([classId])
        sessions.wipe(classId)
        remove.run([classId])
        if (left) upsert.run([left.id, left.code, left.version, left.createdAt, left.endedAt, JSON.stringify(left)])
      })
      // secure_delete has overwritten the rows; the log beside the file, the free pages and the copies must forget them too.
      return forget(classId, async () => {
        await write(0, () => remove.run([classId]))
        await synced()
      })
    },
    scrub: (classId) => forget(classId),
  }
}

/** Written by `save` alone, so its shape is known; the caller upgrades older ones. */
const toState = (row: Row): ClassState => JSON.parse(textOf(row, 'state')) as ClassState
