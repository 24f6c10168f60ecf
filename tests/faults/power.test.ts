import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Storage } from '../../server/domain/Storage.ts'
import { silentLog } from '../../server/log.ts'
import { openSqlite } from '../../server/storage/sqlite/openSqlite.ts'
import { buildClassState } from '../contract/classRepository.ts'
import { buildSession } from '../contract/sessionRepository.ts'
import { forgetfulDisk } from '../support/forgetfulDisk.ts'
import { createRandom } from '../support/random.ts'

const DOCUMENTS = 5
const CUTS = 12
/** Enough for the log to be moved into the file and begun anew several times. */
const ROUNDS = 1_500
const SEED = 61

interface Promised {
  readonly documents: number
  /** The newest number of each document that was synced. */
  readonly updates: readonly number[]
  readonly classVersion: number
  readonly sessions: readonly string[]
  readonly taken: readonly string[]
}
const numbered = (number: number): Uint8Array => new Uint8Array(new Uint32Array([number]).buffer)
const numberIn = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)

describe('P6.1: a loss of power', () => {
  let folder: string
  let storage: Storage
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketu-power-'))
    storage = await openSqlite({ file: join(folder, 'ketu.db'), log: silentLog })
  })
  afterEach(async () => {
    await storage.close()
    await rm(folder, { recursive: true })
  })

  it('takes nothing of what was called safe, over many laps of the log, though it takes what was only written', { timeout: 90_000 }, async () => {
    const random = createRandom(SEED)
    const file = join(folder, 'ketu.db')
    let promised: Promised = { documents: 0, updates: Array.from({ length: DOCUMENTS }, () => 0), classVersion: 0, sessions: [], taken: [] }
    let written = 0
    const writtenAtCut: number[] = []
    const disk = await forgetfulDisk(file, folder, () => {
      writtenAtCut.push(written)
      return promised
    })
    const rare: readonly ((round: number) => Promise<Promised>)[] = [
      async () => {
        const classVersion = promised.classVersion + 1
        await storage.classes.save(buildClassState({ version: classVersion }))
        return { ...promised, classVersion }
      },
      async (round) => {
        await storage.sessions.put(buildSession({ tokenHash: `s${round}` }))
        return { ...promised, sessions: [...promised.sessions, `s${round}`] }
      },
      async () => {
        const [first, ...sessions] = promised.sessions
        if (first === undefined) return promised
        await storage.sessions.take(first)
        return { ...promised, sessions, taken: [...promised.taken, first] }
      },
    ]
    try {
      for (let index = 0; index < DOCUMENTS; index++) {
        await storage.documents.create(`g${index}`, 'c1', numbered(0), 1)
        promised = { ...promised, documents: index + 1 }
      }
      const updates = [...promised.updates]
      for (let round = 1; round <= ROUNDS; round++) {
        if (round % Math.floor(ROUNDS / (CUTS + 1)) === 0) disk.cutSoon()
        for (let count = 0; count < 10; count++) {
          const index = random.below(DOCUMENTS)
          written++
          const [sequence = 0] = await storage.documents.append([{ kind: 'update', documentId: `g${index}`, update: numbered(written), at: 1 }])
          updates[index] = written
          // What is safe must stay so whatever is compacted; the snapshot says which was the last.
          if (random.below(400) === 0) await storage.documents.compact(`g${index}`, numbered(written), sequence)
        }
        if (random.below(4) === 0) {
          const before = [...updates]
          await storage.documents.syncToDisk()
          promised = { ...promised, updates: before }
        }
        if (random.below(3) === 0) promised = await (rare[random.below(rare.length)]?.(round) ?? promised)
      }
    } finally {
      disk.restore()
    }
    expect(disk.cuts.length).toBeGreaterThan(CUTS / 2)
    // The log was begun anew: all that was written would never fit.
    expect((await stat(`${file}-wal`)).size).toBeLessThan(ROUNDS * 10 * 4_096 * 0.7)

    let lost = 0
    for (const [index, cut] of disk.cuts.entries()) {
      const after = await openSqlite({ file: cut.file, log: silentLog })
      expect(after.restored).toBeNull()
      expect((await after.classes.find('c1'))?.version ?? 0).toBeGreaterThanOrEqual(cut.promised.classVersion)
      for (const tokenHash of cut.promised.sessions) expect(await after.sessions.find(tokenHash)).toBeDefined()
      for (const tokenHash of cut.promised.taken) expect(await after.sessions.find(tokenHash)).toBeUndefined()
      const found: number[] = []
      for (let document = 0; document < cut.promised.documents; document++) {
        const stored = await after.documents.load(`g${document}`)
        const numbers = [...(stored?.snapshot ? [stored.snapshot] : []), ...(stored?.updates ?? [])].map(numberIn)
        found.push(...numbers)
        expect(Math.max(-1, ...numbers), `document ${document} after cut ${index}`).toBeGreaterThanOrEqual(cut.promised.updates[document] ?? 0)
      }
      if (Math.max(...found) < (writtenAtCut[index] ?? 0)) lost++
      await after.close()
    }
    // The disk really forgets what was not synced.
    expect(lost).toBeGreaterThan(disk.cuts.length / 2)
    console.log(`P6.1: ${written} updates, power cut ${disk.cuts.length} times, ${lost} times something unsynced was lost, nothing that was called safe`)
  })
})
