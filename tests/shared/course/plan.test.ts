import { describe, expect, it } from 'vitest'
import { defaultCourse } from '../../../shared/course/default.ts'
import { blankItem, changeItem, copyOfItem, insertItem, moveItem, removeItem } from '../../../shared/course/edits.ts'
import { adviceOn, planCourse } from '../../../shared/course/plan.ts'
import { CourseTemplateSchema } from '../../../shared/course/template.ts'

const HOUR_MS = 3_600_000
const title = { 'zh-CN': '讲', en: 'Talk' }
const item = (change: object) => ({ ...blankItem('x'), title, ...change })
const kinds = (...items: object[]) => adviceOn(items.map((change, place) => item({ id: `i${place}`, ...change }))).map((some) => some.map(({ kind }) => kind))

describe('a course as a day', () => {
  it('the default one runs from 8:30 to 16:30, 360 minutes, and has nothing to look at again', () => {
    const plan = planCourse(defaultCourse.items)
    expect([plan.spans[0]?.startMs, plan.spans.at(-1)?.endMs]).toEqual([8.5 * HOUR_MS, 16.5 * HOUR_MS])
    expect(plan).toMatchObject({ minutes: 360, freedByFloors: 93, freedByCuts: 59 })
    expect(adviceOn(defaultCourse.items).flat()).toEqual([])
  })
  it('begins at nine when it names no hour', () => {
    expect(planCourse([item({})]).spans[0]?.startMs).toBe(9 * HOUR_MS)
  })
  it('asks to look again at titles, floors, cuts and steps', () => {
    expect(kinds({ title: { 'zh-CN': ' ', en: '' } })).toEqual([['no-title']])
    expect(kinds({ title: { 'zh-CN': '讲', en: '' } })).toEqual([['one-language']])
    expect(kinds({ minutes: 10, floor: 12 })).toEqual([['floor-above']])
    expect(kinds({ minutes: 10, floor: 10, cut: 2 })).toEqual([['nothing-to-cut']])
    expect(adviceOn([item({ steps: [{ title, minutes: 4 }] })])).toEqual([[{ kind: 'steps-sum', sum: 4 }]])
  })
  it('says when the hour of an item is missed, or leaves a hole', () => {
    expect(adviceOn([item({ id: 'a', startsAt: '09:00' }), item({ id: 'b', startsAt: '09:05' })])[1]).toEqual([{ kind: 'begins-late', minutes: 5 }])
    expect(adviceOn([item({ id: 'a', startsAt: '09:00' }), item({ id: 'b', startsAt: '09:30' })])[1]).toEqual([{ kind: 'gap', minutes: 20 }])
  })
})

describe('editing a course', () => {
  const ids = (course: typeof defaultCourse): string[] => course.items.map(({ id }) => id)
  it('puts items in, moves and removes them, and leaves the course that it was as it was', () => {
    const before = ids(defaultCourse)
    const added = insertItem(defaultCourse, blankItem('new'), 'i-0')
    expect(ids(added).slice(0, 3)).toEqual(['i-0', 'new', 'i-1'])
    expect(ids(insertItem(defaultCourse, blankItem('new'), null))[0]).toBe('new')
    expect(ids(moveItem(added, 'new', 3)).slice(0, 4)).toEqual(['i-0', 'i-1', 'i-2-1', 'new'])
    expect(ids(removeItem(added, 'new'))).toEqual(before)
    expect(ids(defaultCourse)).toEqual(before)
  })
  it('keeps the last item, and what names no item changes nothing', () => {
    const one = { ...defaultCourse, items: defaultCourse.items.slice(0, 1) }
    expect(removeItem(one, 'i-0')).toBe(one)
    expect(moveItem(one, 'gone', 0)).toBe(one)
    expect(ids(changeItem(one, 'gone', { minutes: 1 }))).toEqual(['i-0'])
  })
  it('a copy has ids of its own, so that the course can still be read', () => {
    let count = 0
    const newId = (): string => `copy-${count++}`
    for (const one of defaultCourse.items) {
      const copied = insertItem(defaultCourse, copyOfItem(one, newId), one.id)
      expect(CourseTemplateSchema.safeParse(copied).success, one.id).toBe(true)
    }
  })
})
