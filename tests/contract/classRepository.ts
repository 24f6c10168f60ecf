import { describe, expect, it } from 'vitest'
import type { ClassRepository } from '../../server/domain/class/ClassRepository.ts'
import type { ClassState } from '../../server/domain/class/ClassState.ts'
import { nothingYet } from '../../server/domain/class/upgrade.ts'

export const buildClassState = (changes: Partial<ClassState> = {}): ClassState => ({
  id: 'c1', code: '123456', version: 1, title: { 'zh-CN': '班级', en: 'Class' }, trainerName: '王老师', createdAt: 1_000, endedAt: null,
  doorOpen: true, agenda: [], currentId: null, timer: { state: 'idle', durationMs: 0 }, groups: [], participants: [], messages: [],
  projector: { scene: { kind: 'lobby' }, theme: 'dark', showCustomers: false, showPeople: false, locale: 'zh-CN' },
  chosenAddress: null, warnings: [], ...nothingYet, recentCommands: [],
  ...changes,
})

/** What every ClassRepository promises. */
export function describeClassRepository(backend: string, open: () => Promise<{ classes: ClassRepository; close: () => Promise<void> }>): void {
  const on = (name: string, test: (classes: ClassRepository) => Promise<void>) =>
    it(name, async () => {
      const { classes, close } = await open()
      try {
        await test(classes)
      } finally {
        await close()
      }
    })

  describe(`ClassRepository on ${backend}`, () => {
    on('C1: gives back what was saved, whole', async (classes) => {
      const state = buildClassState({ participants: [{ id: 'p', name: '𠮷野 😀', groupId: 'g', joinedAt: 1, handRaisedAt: null, removedAt: null }] })
      await classes.save(state)
      expect(await classes.find('c1')).toEqual(state)
      expect(await classes.find('c2')).toBeUndefined()
    })
    on('C2: saves version after version', async (classes) => {
      await classes.save(buildClassState())
      await classes.save(buildClassState({ version: 2, doorOpen: false }))
      expect(await classes.find('c1')).toMatchObject({ version: 2, doorOpen: false })
    })
    on('C3: refuses a save that started from another version, and changes nothing', async (classes) => {
      await classes.save(buildClassState())
      await classes.save(buildClassState({ version: 2 }))
      for (const version of [1, 2, 4]) {
        await expect(classes.save(buildClassState({ version, doorOpen: false }))).rejects.toMatchObject({ reason: 'conflict' })
      }
      await expect(classes.save(buildClassState({ id: 'c2', code: '222222', version: 2 }))).rejects.toMatchObject({ reason: 'conflict' })
      expect(await classes.find('c1')).toMatchObject({ version: 2, doorOpen: true })
    })
    on('C4: a code belongs to one open class; when that has ended it is free again', async (classes) => {
      await classes.save(buildClassState())
      await expect(classes.save(buildClassState({ id: 'c2' }))).rejects.toMatchObject({ reason: 'conflict' })
      await classes.save(buildClassState({ version: 2, endedAt: 5_000 }))
      await classes.save(buildClassState({ id: 'c2' }))
      expect(await classes.find('c2')).toMatchObject({ code: '123456' })
      // The old one can't come back under a code that is taken.
      await expect(classes.save(buildClassState({ version: 3 }))).rejects.toMatchObject({ reason: 'conflict' })
    })
    on('C5: lists the newest first', async (classes) => {
      await classes.save(buildClassState({ id: 'old', code: '111111', createdAt: 1 }))
      await classes.save(buildClassState({ id: 'new', code: '222222', createdAt: 3 }))
      await classes.save(buildClassState({ id: 'mid', code: '333333', createdAt: 2 }))
      expect((await classes.list()).map(({ id }) => id)).toEqual(['new', 'mid', 'old'])
    })
    on('C6: a wiped class is gone, and may be made anew', async (classes) => {
      await classes.save(buildClassState())
      await classes.save(buildClassState({ id: 'c2', code: '222222' }))
      await classes.wipe('c1')
      expect((await classes.list()).map(({ id }) => id)).toEqual(['c2'])
      await classes.save(buildClassState())
      await classes.wipe('never-there')
    })
  })
}
