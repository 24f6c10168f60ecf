import { describe, expect, it } from 'vitest'
import { defaultCourse } from '../../../shared/course/default.ts'
import { UnreadableTemplate, upgradeTemplate } from '../../../shared/course/upgrade.ts'

const refusalOf = (value: unknown): string => {
  try {
    upgradeTemplate(value)
  } catch (error) {
    if (error instanceof UnreadableTemplate) return error.message
    throw error
  }
  return 'accepted'
}

describe('reading a course template', () => {
  it('accepts today’s format as it was written, also after a trip through a file', () => {
    expect(upgradeTemplate(JSON.parse(JSON.stringify(defaultCourse)))).toEqual(defaultCourse)
  })

  it('reads format 1, which had neither polls nor cases', () => {
    const items = defaultCourse.items.map(({ polls: _polls, case: _case, ...item }) => item)
    const upgraded = upgradeTemplate({ ...defaultCourse, format: 1, items })
    expect(upgraded.format).toBe(2)
    expect(upgraded.items).toEqual(defaultCourse.items.map((item) => ({ ...item, polls: [], case: null })))
  })

  it.each([0, 3])('refuses format %i and names it', (format) => {
    expect(refusalOf({ ...defaultCourse, format })).toBe(`Course template format ${format} is unknown: this version of the program reads formats 1 to 2.`)
  })

  it('refuses two polls with one id, also in different items', () => {
    const [first, second, ...rest] = defaultCourse.items
    const polls = defaultCourse.items.flatMap((item) => item.polls).slice(0, 1)
    expect(refusalOf({ ...defaultCourse, items: [{ ...first, polls }, { ...second, polls }, ...rest.map((item) => ({ ...item, polls: [] }))] })).toContain('poll ids must be unique')
  })

  it.each([[null], ['{}'], [[]], [{}], [{ format: '1' }], [{ format: Number.NaN }]])('refuses %j, which is no template', (value) => {
    expect(refusalOf(value)).toContain('Not a course template')
  })

  it('names the place of a mistake', () => {
    const [first, ...rest] = defaultCourse.items
    expect(refusalOf({ ...defaultCourse, items: [{ ...first, minutes: -5 }, ...rest] })).toContain('items[0].minutes')
  })

  it('refuses two items with one id', () => {
    const [first] = defaultCourse.items
    expect(refusalOf({ ...defaultCourse, items: [first, first] })).toContain('item ids must be unique')
  })
})
