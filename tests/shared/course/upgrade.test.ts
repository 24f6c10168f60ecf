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
  it('accepts format 1 as it was written, also after a trip through a file', () => {
    expect(upgradeTemplate(JSON.parse(JSON.stringify(defaultCourse)))).toEqual(defaultCourse)
  })

  it('refuses a newer format and names it', () => {
    expect(refusalOf({ ...defaultCourse, format: 2 })).toBe('Course template format 2 is unknown: this version of the program reads format 1.')
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
