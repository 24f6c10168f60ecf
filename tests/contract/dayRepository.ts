import { describe, expect, it } from 'vitest'
import { DAYS_KEPT, type DayRepository, type StoredDay } from '../../server/domain/course/DayRepository.ts'
import type { Storage } from '../../server/domain/Storage.ts'
import { buildClassState } from './classRepository.ts'

const buildDay = (changes: Partial<StoredDay> = {}): StoredDay => ({ id: 'd1', courseId: 'k1', at: 1_000, items: [{ itemId: 'i-1', minutes: 17 }], ...changes })

/** What every DayRepository promises. */
export function describeDayRepository(backend: string, open: () => Promise<{ storage: Pick<Storage, 'days' | 'classes'>; close: () => Promise<void> }>): void {
  const on = (name: string, test: (days: DayRepository, storage: Pick<Storage, 'classes'>) => Promise<void>) =>
    it(name, async () => {
      const { storage, close } = await open()
      try {
        await test(storage.days, storage)
      } finally {
        await close()
      }
    })

  describe(`DayRepository on ${backend}`, () => {
    on('D1: the latest day of a course is the one that began last, of that course alone', async (days) => {
      await days.save(buildDay({ id: 'new', at: 9_000 }))
      await days.save(buildDay({ id: 'old', at: 2_000 }))
      await days.save(buildDay({ id: 'other', courseId: 'k2', at: 99_000 }))
      expect(await days.latest('k1')).toEqual(buildDay({ id: 'new', at: 9_000 }))
      expect(await days.latest('k3')).toBeUndefined()
    })
    on('D2: a day that goes on is saved again and again, and has what was saved last', async (days) => {
      await days.save(buildDay())
      await days.save(buildDay({ items: [{ itemId: 'i-1', minutes: 17 }, { itemId: 'i-2', minutes: 8 }] }))
      expect((await days.latest('k1'))?.items).toHaveLength(2)
    })
    on('D3: however many days a course has had, its latest stays, and those of other courses', async (days) => {
      await days.save(buildDay({ id: 'other', courseId: 'k2', at: 0 }))
      for (let day = 0; day <= DAYS_KEPT; day++) await days.save(buildDay({ id: `d${day}`, at: day }))
      await days.save(buildDay({ id: 'oldest', at: -1 }))
      expect((await days.latest('k1'))?.id).toBe(`d${DAYS_KEPT}`)
      expect(await days.latest('k2')).toMatchObject({ id: 'other' })
    })
    on('D4: wiping a class leaves the times of its day', async (days, { classes }) => {
      await classes.save(buildClassState())
      await days.save(buildDay())
      await classes.wipe('c1')
      expect(await days.latest('k1')).toEqual(buildDay())
    })
  })
}
