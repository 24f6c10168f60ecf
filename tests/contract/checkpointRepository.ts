import { describe, expect, it } from 'vitest'
import type { CheckpointRepository, StoredCheckpoint } from '../../server/domain/checkpoint/CheckpointRepository.ts'
import type { Storage } from '../../server/domain/Storage.ts'
import { buildClassState } from './classRepository.ts'

export const buildCheckpoint = (changes: Partial<StoredCheckpoint> = {}): StoredCheckpoint => ({
  id: 'k1', documentId: 'g1', at: 1_000, reason: 'interval', itemId: '6.1', counts: { factors: 7, customers: 3, grades: 12 },
  update: Uint8Array.of(1, 2, 3), ...changes,
})

/** What every CheckpointRepository promises. The documents g1 and g2 of class c1 are stored. */
export function describeCheckpointRepository(backend: string, open: () => Promise<{ storage: Pick<Storage, 'checkpoints' | 'documents' | 'classes'>; close: () => Promise<void> }>): void {
  const on = (name: string, test: (checkpoints: CheckpointRepository, storage: Pick<Storage, 'classes' | 'documents'>) => Promise<void>) =>
    it(name, async () => {
      const { storage, close } = await open()
      try {
        await storage.classes.save(buildClassState())
        for (const id of ['g1', 'g2']) await storage.documents.create(id, 'c1', Uint8Array.of(0), 1)
        await test(storage.checkpoints, storage)
      } finally {
        await close()
      }
    })
  const idsOf = async (checkpoints: CheckpointRepository, documentId = 'g1'): Promise<string[]> => (await checkpoints.list(documentId)).map(({ id }) => id)

  describe(`CheckpointRepository on ${backend}`, () => {
    on('K1: gives back what was kept, whole', async (checkpoints) => {
      const update = Uint8Array.from({ length: 70_000 }, (_, place) => (place * place) % 251)
      const stored = buildCheckpoint({ update, itemId: null, reason: 'before-restore' })
      await checkpoints.add(stored, [])
      expect(await checkpoints.find('g1', 'k1')).toEqual(stored)
      const { id, documentId, at, reason, itemId, counts } = stored
      expect(await checkpoints.list('g1')).toEqual([{ id, documentId, at, reason, itemId, counts, bytes: 70_000 }])
    })
    on('K2: lists the newest first by the order of arrival, whatever the clock said, each document apart', async (checkpoints) => {
      for (const [id, at, documentId] of [['a', 5_000, 'g1'], ['b', 9_000, 'g2'], ['c', 2_000, 'g1']] as const) {
        await checkpoints.add(buildCheckpoint({ id, at, documentId }), [])
      }
      expect(await idsOf(checkpoints)).toEqual(['c', 'a'])
      expect(await idsOf(checkpoints, 'g2')).toEqual(['b'])
      expect(await idsOf(checkpoints, 'never')).toEqual([])
    })
    on('K3: drops what is named with the new one, of its document alone', async (checkpoints) => {
      for (const id of ['a', 'b']) await checkpoints.add(buildCheckpoint({ id }), [])
      await checkpoints.add(buildCheckpoint({ id: 'other', documentId: 'g2' }), [])
      await checkpoints.add(buildCheckpoint({ id: 'c' }), ['a', 'other', 'never'])
      expect(await idsOf(checkpoints)).toEqual(['c', 'b'])
      expect(await idsOf(checkpoints, 'g2')).toEqual(['other'])
    })
    on('K4: a new one that can not be kept drops nothing', async (checkpoints) => {
      await checkpoints.add(buildCheckpoint({ id: 'a' }), [])
      await expect(checkpoints.add(buildCheckpoint({ id: 'a' }), ['a'])).rejects.toThrow()
      expect(await idsOf(checkpoints)).toEqual(['a'])
    })
    on('P2.14: one document\'s checkpoint is not found under another\'s name', async (checkpoints) => {
      await checkpoints.add(buildCheckpoint(), [])
      expect(await checkpoints.find('g2', 'k1')).toBeUndefined()
      await checkpoints.remove('g2', 'k1')
      expect(await idsOf(checkpoints)).toEqual(['k1'])
      await checkpoints.remove('g1', 'k1')
      expect(await checkpoints.find('g1', 'k1')).toBeUndefined()
    })
    on('P5.14: wiping the class removes them, and nothing is kept of a document that is gone', async (checkpoints, { classes }) => {
      await checkpoints.add(buildCheckpoint(), [])
      await classes.wipe('c1')
      await checkpoints.add(buildCheckpoint({ id: 'late' }), [])
      expect(await idsOf(checkpoints)).toEqual([])
    })
  })
}
