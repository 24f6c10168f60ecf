import { describe, expect, it } from 'vitest'
import { defaultCourse } from '../../../shared/course/default.ts'
import { changeItem } from '../../../shared/course/edits.ts'
import { readTemplateFile } from '../../../shared/course/readFile.ts'

const problems = (value: unknown) => {
  const read = readTemplateFile(typeof value === 'string' ? value : JSON.stringify(value))
  return read.ok ? [] : read.problems.map(({ path, kind, limit }) => [path.join('.'), kind, ...(limit === undefined ? [] : [limit])])
}
const first = (change: object) => ({ ...defaultCourse, items: [{ ...defaultCourse.items[0], ...change }, ...defaultCourse.items.slice(1)] })
const long = { 'zh-CN': '长'.repeat(121), en: '' }

describe('reading a course from a file', () => {
  it('gives back what was written, also with the mark that Notepad puts in front, and of the first format', () => {
    expect(readTemplateFile(`\uFEFF${JSON.stringify(defaultCourse)}`)).toEqual({ ok: true, template: defaultCourse })
    const old = { ...defaultCourse.items[1], polls: undefined, case: undefined }
    expect(readTemplateFile(JSON.stringify({ ...defaultCourse, format: 1, items: [old] }))).toMatchObject({ ok: true, template: { items: [{ polls: [], case: null }] } })
  })

  it.each([
    ['no JSON', '{"format": 2,', [['', 'not-json']]],
    ['something else', '[1, 2]', [['', 'not-template']]],
    ['no format', {}, [['', 'not-template']]],
    ['a newer format', { ...defaultCourse, format: 99 }, [['format', 'newer-format']]],
    ['nothing in it', { ...defaultCourse, items: [] }, [['items', 'too-few', 1]]],
    ['a missing title', first({ title: undefined }), [['items.0.title', 'missing']]],
    ['a text for a number', first({ minutes: '30' }), [['items.0.minutes', 'wrong-kind']]],
    ['half a minute', first({ minutes: 1.5 }), [['items.0.minutes', 'not-whole']]],
    ['too few minutes', first({ minutes: -1 }), [['items.0.minutes', 'too-small', 0]]],
    ['too many minutes', first({ minutes: 481 }), [['items.0.minutes', 'too-large', 480]]],
    ['an unknown kind', first({ kind: 'nap' }), [['items.0.kind', 'unknown-word']]],
    ['an hour that is none', first({ startsAt: '25:00' }), [['items.0.startsAt', 'wrong-form']]],
    ['a title that is too long', first({ title: long }), [['items.0.title', 'too-long', 120]]],
    ['two items with one id', { ...defaultCourse, items: [defaultCourse.items[0], defaultCourse.items[0]] }, [['', 'same-id']]],
  ])('names the place and the mistake: %s', (_, value, expected) => {
    expect(problems(value)).toEqual(expected)
  })

  it('names all mistakes at once', () => {
    expect(problems({ ...changeItem(defaultCourse, 'i-1', { minutes: -1 }), title: 7 }).map(([path]) => path).sort()).toEqual(['items.1.minutes', 'title'])
  })

  it('P3.7: keys of the language itself are neither taken nor followed', () => {
    const read = readTemplateFile(JSON.stringify(defaultCourse).replace('"format"', '"__proto__":{"format":1},"constructor":{},"format"'))
    expect(read).toEqual({ ok: true, template: defaultCourse })
    expect(problems('{"__proto__":{"format":2}}')).toEqual([['', 'not-template']])
  })
})
