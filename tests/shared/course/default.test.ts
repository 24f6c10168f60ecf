import { describe, expect, it } from 'vitest'
import { defaultCourse } from '../../../shared/course/default.ts'
import { activities, type AgendaItemTemplate } from '../../../shared/course/template.ts'

const { items } = defaultCourse
const counted = items.filter((item) => !item.uncounted)
const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0)
const freed = (item: AgendaItemTemplate): number => item.minutes - item.floor
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** The schedule as printed: number or id, start, minutes, floor, cut. */
const printed: readonly (readonly [string, string, number, number, number | null])[] = [
  ['0', '08:30', 30, 20, null], ['1', '09:00', 15, 12, null], ['2.1', '09:15', 10, 8, 6], ['2.2', '09:25', 12, 10, 6],
  ['2.3', '09:37', 18, 12, 3], ['3.1', '09:55', 12, 9, 5], ['3.2', '10:07', 33, 28, null], ['3.3', '10:40', 10, 5, 2],
  ['i-break-am', '10:50', 10, 8, null], ['4.1', '11:00', 6, 4, null], ['4.2', '11:06', 22, 18, 7], ['4.3', '11:28', 7, 3, 2],
  ['5.1', '11:35', 5, 4, null], ['5.2', '11:40', 20, 17, null], ['i-lunch', '12:00', 90, 60, null], ['6.0', '13:30', 5, 3, null],
  ['6.1', '13:35', 8, 6, null], ['6.2', '13:43', 15, 12, null], ['6.3', '13:58', 15, 12, null], ['6.4', '14:13', 12, 8, 4],
  ['7.1', '14:25', 18, 14, 5], ['7.2', '14:43', 17, 13, 7], ['i-break-pm', '15:00', 10, 8, null], ['8.1', '15:10', 8, 5, 3],
  ['8.2', '15:18', 22, 18, null], ['9', '15:40', 30, 20, 1], ['10', '16:10', 12, 10, null], ['i-buffer', '16:22', 8, 0, 0],
]

describe('the default course', () => {
  it('has the lines of the printed schedule, one after the other without a gap', () => {
    let now = minutesOf('08:30')
    const lines = items.map((item) => {
      const start = clock(now)
      now += item.minutes
      return [item.number || item.id, start, item.minutes, item.floor, item.cut]
    })
    expect(lines).toEqual(printed)
    expect(clock(now)).toBe('16:30')
  })

  it('is 360 minutes of course, 180 before and 180 after lunch, breaks included', () => {
    const lunch = items.findIndex((item) => item.kind === 'lunch')
    const courseMinutes = (part: readonly AgendaItemTemplate[]) => sum(part.filter((item) => !item.uncounted).map((item) => item.minutes))
    expect(courseMinutes(items.slice(0, lunch))).toBe(180)
    expect(courseMinutes(items.slice(lunch))).toBe(180)
    expect(counted.filter((item) => item.kind === 'break')).toHaveLength(2)
  })

  it('can be shortened by 93 minutes when every item goes down to its floor, by 59 without those that are never cut', () => {
    expect(sum(counted.map(freed))).toBe(93)
    expect(sum(counted.filter((item) => item.cut !== null).map(freed))).toBe(59)
  })

  it('leaves out of the count only the set-up and lunch', () => {
    expect(items.filter((item) => item.uncounted).map((item) => item.kind)).toEqual(['setup', 'lunch'])
  })

  it('is tied to the clock at the set-up, at the start and after lunch', () => {
    expect(items.flatMap((item) => item.startsAt ? [[item.number, item.startsAt]] : [])).toEqual([['0', '08:30'], ['1', '09:00'], ['6.0', '13:30']])
  })

  it('opens every activity, in the order of the day', () => {
    expect(items.flatMap((item) => item.activity ? [[item.number, item.activity]] : [])).toEqual([
      ['2.3', 'case'], ['3.2', 'potential'], ['4.2', 'relationship'], ['5.2', 'measure'],
      ['6.2', 'map'], ['6.3', 'findings'], ['7.2', 'usp'], ['8.1', 'case'], ['8.2', 'strategy'], ['9', 'sharing'], ['10', 'review'],
    ])
    expect(new Set(items.flatMap((item) => item.activity ?? []))).toEqual(new Set(activities))
  })

  it('asks the three symptoms in the morning and again at the end, in the same words', () => {
    const [morning, evening] = ['symptoms-morning', 'symptoms-evening'].map((id) => items.flatMap((item) => item.polls).find((poll) => poll.id === id))
    if (morning?.kind !== 'scale' || evening?.kind !== 'scale') throw new Error('the self-check is a scale')
    expect(evening.comparedWith).toBe(morning.id)
    expect(evening.statements).toEqual(morning.statements)
    expect(morning.statements).toHaveLength(3)
  })

  it('has a case of a page, with questions, for each item that discusses one', () => {
    const cases = items.filter((item) => item.activity === 'case')
    expect(cases.map((item) => item.case?.questions.length)).toEqual([3, 3])
    for (const { case: content } of cases) {
      expect([...(content?.text['zh-CN'] ?? '')].length).toBeGreaterThan(500)
      expect(content?.text.en.split(/\s+/).length).toBeGreaterThan(350)
    }
    expect(items.filter((item) => item.case !== null && item.activity !== 'case')).toEqual([])
  })

  it('never locks by itself: the trainer decides', () => {
    expect(items.some((item) => item.lockAtZero)).toBe(false)
  })

  it.each(items.map((item) => [item.id, item] as const))('%s has words in both languages, steps that fill its minutes and a floor below them', (_id, item) => {
    const asked = item.polls.flatMap((poll) => [poll.question, ...(poll.kind === 'scale' ? poll.statements.map(({ text }) => text) : 'options' in poll ? poll.options.map(({ text }) => text) : [])])
    const told = item.case === null ? [] : [item.case.text, ...item.case.questions.map(({ text }) => text)]
    for (const text of [item.title, item.brief, item.notes, ...item.steps.map((step) => step.title), ...asked, ...told]) {
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u)
      expect(text.en.trim()).not.toBe('')
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
    }
    if (item.steps.length > 0) expect(sum(item.steps.map((step) => step.minutes))).toBe(item.minutes)
    expect(item.floor).toBeLessThanOrEqual(item.minutes)
  })

  it('keeps the briefs short enough for the projector', () => {
    for (const item of items) {
      expect([...item.brief['zh-CN']].length, item.id).toBeLessThanOrEqual(60)
      expect(item.brief.en.length, item.id).toBeLessThanOrEqual(160)
    }
  })
})
