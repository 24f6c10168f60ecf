import type { AgendaItemTemplate, CourseTemplate } from './template.ts'

/** Edits of a course, each a new course. Those that name an item that is gone change nothing. */

const withItems = (course: CourseTemplate, items: readonly AgendaItemTemplate[]): CourseTemplate => ({ ...course, items: [...items] })
const placeOf = (course: CourseTemplate, itemId: string): number => course.items.findIndex((item) => item.id === itemId)

/** A talk of ten minutes, with nothing written yet. */
export const blankItem = (id: string): AgendaItemTemplate => ({
  id, number: '', kind: 'talk', activity: null, title: { 'zh-CN': '', en: '' }, brief: { 'zh-CN': '', en: '' }, notes: { 'zh-CN': '', en: '' },
  minutes: 10, floor: 10, cut: null, startsAt: null, steps: [], uncounted: false, lockAtZero: false, polls: [], case: null, alone: [],
})

/** Behind the item `afterId`, or first. */
export function insertItem(course: CourseTemplate, item: AgendaItemTemplate, afterId: string | null): CourseTemplate {
  const place = afterId === null ? 0 : placeOf(course, afterId) + 1
  return withItems(course, course.items.toSpliced(place, 0, item))
}

export const changeItem = (course: CourseTemplate, itemId: string, change: Partial<Omit<AgendaItemTemplate, 'id'>>): CourseTemplate =>
  withItems(course, course.items.map((item) => (item.id === itemId ? { ...item, ...change } : item)))

/** A copy under other ids, without its hour: two items can't begin at once. */
export const copyOfItem = (item: AgendaItemTemplate, newId: () => string): AgendaItemTemplate =>
  ({ ...item, id: newId(), startsAt: null, polls: item.polls.map((poll) => ({ ...poll, id: newId() })) })

/** The last one stays: a course has at least one. */
export const removeItem = (course: CourseTemplate, itemId: string): CourseTemplate =>
  course.items.length > 1 ? withItems(course, course.items.filter((item) => item.id !== itemId)) : course

/** @param to the place, from 0, that the item gets. */
export function moveItem(course: CourseTemplate, itemId: string, to: number): CourseTemplate {
  const item = course.items[placeOf(course, itemId)]
  if (!item) return course
  return withItems(course, course.items.filter((one) => one !== item).toSpliced(to, 0, item))
}
