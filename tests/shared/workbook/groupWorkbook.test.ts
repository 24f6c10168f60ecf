import { describe, expect, it } from 'vitest'
import { messages as mapWords } from '../../../client/features/map/messages.ts'
import { messages as measureWords } from '../../../client/features/measure/messages.ts'
import { findingWords } from '../../../shared/map/findingWords.ts'
import { findingsOf } from '../../../shared/map/findings.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { placeAll } from '../../../shared/scoring/axis.ts'
import { findingText } from '../../../shared/workbook/findingText.ts'
import { groupWorkbook } from '../../../shared/workbook/groupWorkbook.ts'
import { mapPicture } from '../../../shared/workbook/mapPicture.ts'
import { inOneGo } from '../../../shared/workbook/ooxml/zip.ts'
import { fill, wordsOf } from '../../../shared/workbook/words.ts'
import { partsOf, readXlsx } from '../../support/readXlsx.ts'
import { sampleWork } from '../../support/sampleWork.ts'
import { buildCustomer, buildFactor, buildNumeric, buildScale, buildWork } from '../scoring/build.ts'

const bookOf = (work: GroupWork, locale: 'zh-CN' | 'en' = 'zh-CN'): Uint8Array =>
  inOneGo(groupWorkbook({ work, classId: 'class1', classTitle: '课', groupId: 'g1', letter: 'A', groupTitle: 'A 组', locale, madeAt: 1_790_000_000_000, zoneMinutes: 480 }))
const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠x', '\t=1', '=HYPERLINK("http://x","y")', '_x0041_', '<b>&"\'', '\u0007bell', '\ud800']

describe('what is written as text stays text', () => {
  const work = buildWork(hostile.map((name, index) => buildCustomer(`c${index}`, { p: 3, r: 2 }, { name, note: name })), {
    scales: {
      potential: buildScale('potential', [buildFactor({ id: 'p', weight: 100, name: '=CMD()', definition: '@x', source: '+1', unit: '-1' })]),
      relationship: buildScale('relationship', [buildFactor({ id: 'r', weight: 100 })]),
    },
    ownFindings: [{ id: 'o', order: 'a', text: '=2+2', removed: null }],
  })
  const parts = partsOf(bookOf(work))

  it('P5.7: names, notes, factors and findings that begin like a formula are strings, never formulas', () => {
    const sheets = [...parts].filter(([path]) => path.startsWith('xl/worksheets/sheet')).map(([, xml]) => xml).join('')
    for (const [, formula = ''] of sheets.matchAll(/<f>([^<]*)<\/f>/g)) expect(formula).not.toMatch(/CMD|HYPERLINK|^[@+＝＋－＠]/)
    const names = [...readXlsx(bookOf(work)).get('客户测量') ?? []].filter(([at]) => /^B(1[3-9]|2\d)$/.test(at)).map(([, cell]) => cell)
    expect(names.filter(({ value }) => value !== null).map(({ value, formula }) => [value, formula])).toEqual(hostile.map((name) =>
      [name.replace('\u0007', '').replace('\ud800', '\ufffd').replace('_x0041_', '_x005F_x0041_'), null]))
  })

  it('a row of the measuring sheet is as high as a customer’s full name needs', () => {
    const names = ['云朵齿轮', '北方重型机械装备制造股份有限公司', '北方重型机械装备制造股份有限公司华东区第二采购中心精密部件事业部']
    const sheets = [...partsOf(bookOf(buildWork(names.map((name, index) => buildCustomer(`c${index}`, {}, { name })), {})))].filter(([path]) => path.startsWith('xl/worksheets/sheet')).map(([, xml]) => xml)
    const measuring = sheets.find((xml) => xml.includes('>c0<') && xml.includes('>c2<')) ?? ''
    const heights = [13, 14, 15].map((at) => Number(/ ht="([\d.]+)"/.exec(new RegExp(`<row [^>]*r="${at}"[^>]*>`).exec(measuring)?.[0] ?? '')?.[1]))
    expect(heights).toEqual([22, 36, 72])
  })

  it('every part is well-formed, whatever people wrote', async () => {
    const { Window } = await import('happy-dom')
    const { DOMParser } = new Window()
    for (const [path, xml] of parts) {
      expect(xml.includes('\u0007'), path).toBe(false)
      expect(new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror'), path).toBeNull()
    }
  })
})

describe('what a workbook holds', () => {
  it('the values beside the formulas are those of the app, so that a preview without calculation is right too', () => {
    const work = sampleWork(0)
    const sheet = readXlsx(bookOf(work)).get('客户测量')
    placeAll(work.customers, work.scales, work.settings).forEach((place, index) => {
      expect(sheet?.get(`C${13 + index}`)?.value).toBe(place.y.value ?? '')
      expect(sheet?.get(`D${13 + index}`)?.value).toBe(place.x.value ?? '')
      expect(sheet?.get(`E${13 + index}`)?.value).toBe(place.quadrant === null ? '' : wordsOf('zh-CN').quadrant[place.quadrant])
      expect(sheet?.get(`A${13 + index}`)?.value).toBe(work.customers[index]?.id)
    })
  })

  it('a figure on a threshold belongs where the app says, in its words: beside a scale that is read from above, “the one above” would be the other one', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const scale = readXlsx(bookOf(sampleWork(0), locale)).get(wordsOf(locale).sheets.potential)
      expect(scale?.get('B3')?.value).toContain(measureWords[locale].rawBound)
    }
  })

  it('there are thirty rows for new customers, with the formulas of the others', () => {
    const work = sampleWork(1)
    const sheet = readXlsx(bookOf(work)).get('客户测量')
    const last = 12 + work.customers.length + 30
    expect(sheet?.get(`C${last}`)?.formula).toContain('SUMPRODUCT')
    expect(sheet?.get(`C${last + 1}`)).toBeUndefined()
  })

  it('a figure, a grade without a figure, and "don’t know" each stand where an import looks for them', () => {
    const work = buildWork([buildCustomer('c1', { n: { kind: 'raw', raw: 25 }, t: { kind: 'unknown' } }), buildCustomer('c2', { n: 4, t: 2 })], {
      scales: { potential: buildScale('potential', [buildNumeric({ id: 'n' })]), relationship: buildScale('relationship', [buildFactor({ id: 't' })]) },
    })
    const sheet = readXlsx(bookOf(work, 'en')).get('Measuring')
    const column = (key: string): string => [...sheet ?? []].find(([at, { value }]) => /^[A-Z]+1$/.test(at) && value === key)?.[0].replace('1', '') ?? '?'
    const at = (key: string, row: number) => sheet?.get(`${column(key)}${row}`)
    expect([at('figure:n', 13)?.value, at('grade:n', 13)?.value, at('grade:t', 13)?.value]).toEqual([25, 3, 'Don’t know'])
    expect([at('figure:n', 14)?.value, at('grade:n', 14)?.value, at('grade:t', 14)?.value]).toEqual([null, 4, 2])
    expect(at('grade:n', 14)?.formula).toBeTruthy()
  })

  it('the parts of a sheet stand in the order that the schema asks for', () => {
    const order = ['sheetPr', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'mergeCells', 'conditionalFormatting', 'dataValidations', 'pageMargins', 'pageSetup', 'headerFooter', 'drawing']
    for (const [path, xml] of partsOf(bookOf(sampleWork(2)))) {
      if (!path.startsWith('xl/worksheets/sheet')) continue
      const places = order.map((name) => xml.indexOf(`<${name}`)).filter((place) => place >= 0)
      expect(places, path).toEqual([...places].sort((one, other) => one - other))
    }
  })

  it('texts that Excel limits are short enough, also with long names', () => {
    const long = '很长的因素名称'.repeat(8)
    const work = buildWork([], { scales: { potential: buildScale('potential', [buildFactor({ id: 'p', name: long, intervals: [1, 2, 3].map((level) => ({ level, points: level, text: '描述'.repeat(200) })), thresholds: [null, null] })]), relationship: buildScale('relationship', []) } })
    for (const [, xml] of partsOf(bookOf(work))) {
      for (const [, text = ''] of xml.matchAll(/ (?:promptTitle|errorTitle)="([^"]*)"/g)) expect(Array.from(text).length).toBeLessThanOrEqual(32)
      for (const [, text = ''] of xml.matchAll(/ (?:prompt|error)="([^"]*)"/g)) expect(Array.from(text).length).toBeLessThanOrEqual(255)
      for (const [, name = ''] of xml.matchAll(/<sheet name="([^"]*)"/g)) expect(Array.from(name).length).toBeLessThanOrEqual(31)
    }
  })

  it('an empty group still gets a workbook', () => {
    const empty = buildWork([], { scales: { potential: buildScale('potential', []), relationship: buildScale('relationship', []) } })
    expect(readXlsx(bookOf(empty)).size).toBe(11)
    expect(mapPicture({ work: empty, groupIndex: 3, title: '', locale: 'en', width: 800, height: 600 })).toContain('</svg>')
  })
})

describe('the same words as on the screen', () => {
  it.each(['zh-CN', 'en'] as const)('findings read in the workbook as on the map (%s)', (locale) => {
    const words = mapWords[locale]
    const at = (path: string): string => path.split('.').reduce<unknown>((node, key) => (typeof node === 'object' && node !== null && key in node ? node[key as keyof typeof node] : ''), words) as string
    for (const place of [0, 1, 2, 3, 4, 5]) {
      const work = sampleWork(place, locale)
      for (const finding of findingsOf(work)) {
        const { key, params } = findingWords(finding, work, wordsOf(locale).unnamed)
        expect(findingText(finding, work, wordsOf(locale))).toBe(fill(at(key), params))
        expect(wordsOf(locale).rule[finding.rule]).toBe(words.rule[finding.rule])
      }
    }
  })
})
