import { expect, it } from 'vitest'
import { csvOf, csvText } from '../../../shared/text/csv.ts'

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a', '\0=1'])('P5.7: a cell that begins as a formula is text: %j', (text) => {
  expect(csvText(text).replace(/^"/, '').startsWith("'")).toBe(true)
})
it('commas, quotes and line ends stay inside their cell', () => {
  expect(csvText('王,"小"明\n')).toBe('"王,""小""明\n"')
  expect(csvText('普通')).toBe('普通')
})
it('begins with a byte order mark, so that Excel reads Chinese', () => {
  expect(csvOf([['组', '姓名'], ['A', '=王']])).toBe("\uFEFF组,姓名\r\nA,'=王\r\n")
})
