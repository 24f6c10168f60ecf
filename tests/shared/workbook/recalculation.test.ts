import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import type { Locale } from '../../../shared/language/locale.ts'
import { groupWorkbook } from '../../../shared/workbook/groupWorkbook.ts'
import { inOneGo } from '../../../shared/workbook/ooxml/zip.ts'
import { wordsOf } from '../../../shared/workbook/words.ts'
import { figuresInBook, figuresOfApp } from '../../support/bookFigures.ts'
import { convert, findLibreOffice, howToInstallLibreOffice, installLibreOffice } from '../../support/libreoffice.mjs'
import { type ReadBook, readXlsx, withoutValues } from '../../support/readXlsx.ts'
import { sampleWork } from '../../support/sampleWork.ts'
import { buildCustomer, buildFactor, buildNumeric, buildScale, buildWork, levels } from '../scoring/build.ts'

/** Everything that has a way to go wrong: directions, points of their own, weights that lack, thresholds that don't part, ties, no answers. */
const odd = (): GroupWork => buildWork([
  buildCustomer('c1', { more: { kind: 'raw', raw: 20 }, less: { kind: 'raw', raw: 20 }, own: 2, broken: { kind: 'raw', raw: 5 }, light: 5, r: 3 }, { effort: 3, gutOrder: 'a2' }),
  buildCustomer('c2', { more: { kind: 'raw', raw: 9.999 }, less: { kind: 'raw', raw: 40 }, own: 1, broken: 3, light: { kind: 'unknown' }, r: 5 }, { effort: 0, gutOrder: 'a1' }),
  buildCustomer('c3', { more: { kind: 'raw', raw: -3 }, less: { kind: 'raw', raw: 0.1 + 0.2 }, own: 4, light: 1, r: 1 }, { effort: 7.5, gutOrder: 'a3' }),
  buildCustomer('c4', { more: 4, less: { kind: 'unknown' }, own: 9, r: { kind: 'raw', raw: 3 } }, { effort: null, gutOrder: 'a4' }),
  buildCustomer('c5', {}, { effort: 12, gutOrder: 'a5', name: '' }),
  buildCustomer('c6', { more: { kind: 'raw', raw: 20 }, less: { kind: 'raw', raw: 20 }, own: 2, r: 3 }, { effort: 1, gutOrder: 'a6', name: '=1+1' }),
], {
  scales: {
    potential: buildScale('potential', [
      buildNumeric({ id: 'more', weight: 33.3 }), buildNumeric({ id: 'less', direction: 'less', weight: 33.3 }), buildFactor({ id: 'own', weight: 33.4, intervals: levels(4, (level) => level * level - 2), thresholds: [null, null, null] }),
      buildNumeric({ id: 'broken', thresholds: [30, 20], weight: 10 }), buildFactor({ id: 'light', weight: null }), buildFactor({ id: 'flat', weight: 5, intervals: levels(3, () => 2), thresholds: [null, null] }),
    ]),
    relationship: buildScale('relationship', [buildFactor({ id: 'r', weight: 100 })]),
  },
  settings: { cutX: 50, cutY: 62.5, effortUnit: 'hours', gutDoneAt: 1 },
})

const cases: readonly { readonly name: string; readonly locale: Locale; readonly work: GroupWork }[] = [
  ...[0, 1, 2, 3, 4, 5].map((place) => ({ name: `sample group ${place}`, locale: place % 2 ? ('en' as const) : ('zh-CN' as const), work: sampleWork(place, place % 2 ? 'en' : 'zh-CN', 20 + place) })),
  { name: 'odd scales', locale: 'en', work: odd() },
]
const folder = mkdtempSync(join(tmpdir(), 'ketu-books-'))
const calculated = new Map<string, ReadBook>()

/** Without LibreOffice nothing here says anything: in CI that is a failure, elsewhere said aloud. */
const office = ((): boolean => {
  if (process.env['CI']) installLibreOffice()
  if (findLibreOffice()) return true
  if (process.env['CI']) throw new Error(howToInstallLibreOffice)
  console.error(`\n!! THE WORKBOOKS WERE NOT CALCULATED. ${howToInstallLibreOffice}\n`)
  return false
})()

beforeAll(() => {
  if (!office) return
  const files = cases.map(({ name, locale, work }) => {
    const file = join(folder, `${name}.xlsx`)
    const book = inOneGo(groupWorkbook({ work, classId: 'c', classTitle: '课', groupId: 'g', letter: 'A', groupTitle: 'A', locale, madeAt: 1_790_000_000_000, zoneMinutes: 0 }))
    writeFileSync(file, withoutValues(book))
    return file
  })
  const made = convert(files, 'xlsx')
  for (const { name } of cases) calculated.set(name, readXlsx(readFileSync(join(made, `${name}.xlsx`))))
  rmSync(made, { recursive: true })
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.skipIf(!office).each(cases)('the workbook computes what the app says: $name', ({ name, locale, work }) => {
  const words = wordsOf(locale)
  const book = calculated.get(name)
  if (!book) throw new Error('it was not calculated')
  expect(figuresInBook(book, words)).toEqual(figuresOfApp(work, words))
})
