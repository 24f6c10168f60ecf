import { describe, expect, it } from 'vitest'
import { readTable } from '../../../server/domain/intake/readTable.ts'
import { intakeLimit } from '../../../shared/intake/table.ts'
import { makeWorkbook, pack, workbookParts } from '../../support/workbookMaker.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const rowsOf = (bytes: Uint8Array): readonly (readonly string[])[] => readTable(bytes).sheets[0]?.rows ?? []
const lines = (text: string): string[][] => text.split('\n').map((line) => line.split(','))

describe('tables of text', () => {
  it('are read in UTF-8, with a mark and without, in GBK, in GB18030 and in UTF-16', () => {
    const wanted = lines('客户,备注\n北方泵业,老客户')
    const text = '客户,备注\r\n北方泵业,老客户\r\n'
    // What Chinese Excel writes: 客户,备注 / 北方泵业,老客户
    const gbk = Uint8Array.from([0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xb1, 0xb8, 0xd7, 0xa2, 0x0d, 0x0a, 0xb1, 0xb1, 0xb7, 0xbd, 0xb1, 0xc3, 0xd2, 0xb5, 0x2c, 0xc0, 0xcf, 0xbf, 0xcd, 0xbb, 0xa7, 0x0d, 0x0a])
    expect(rowsOf(utf8(text))).toEqual(wanted)
    expect(rowsOf(utf8(`\ufeff${text}`))).toEqual(wanted)
    expect(rowsOf(gbk)).toEqual(wanted)
    expect(rowsOf(Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le')))).toEqual(wanted)
    // Four bytes, which only GB18030 has.
    expect(rowsOf(Uint8Array.from([0x81, 0x39, 0xee, 0x39, 0x2c, 0x61]))).toEqual([['㐀', 'a']])
  })

  it('may be parted by semicolons or tabs, with quotes and line breaks in them, and begin with “sep=”', () => {
    expect(rowsOf(utf8('name;note\n"A; B";"two\nlines"'))).toEqual([['name', 'note'], ['A; B', 'two\nlines']])
    expect(rowsOf(utf8('name\tnote\nA\tB'))).toEqual([['name', 'note'], ['A', 'B']])
    expect(rowsOf(utf8('sep=;\nname;note\nA,1;B'))).toEqual([['name', 'note'], ['A,1', 'B']])
  })

  it('P5.7: names that look like formulas stay what they are: text', () => {
    expect(rowsOf(utf8('客户\n=cmd|\' /C calc\'!A0\n+86公司\n@SUM(A1)\n-北方'))).toEqual([['客户'], ["=cmd|' /C calc'!A0"], ['+86公司'], ['@SUM(A1)'], ['-北方']])
  })

  it('P5.8: of a hundred thousand rows the first thousand are read, and it says that there is more', () => {
    const [sheet] = readTable(utf8(Array.from({ length: 100_000 }, (_none, at) => `客户${at}`).join('\n'))).sheets
    expect(sheet?.rows).toHaveLength(intakeLimit.rows)
    expect(sheet?.cut).toBe(true)
    expect(sheet?.rows.at(-1)).toEqual(['客户999'])
  })
})

describe('workbooks', () => {
  it('are read as text: shared, inline, in pieces; numbers as they are meant; the last values of formulas', () => {
    const parts = workbookParts([{ name: '客户', rows: [
      [{ shared: 0 }, '备注', '占比', '日期', '合计'],
      [null, ' =1+1 & "x" <b> ', { number: 0.35, style: 1 }, { number: 46352, style: 2 }, { formula: 'SUM(A1:A9)', value: 12.5 }],
      [],
      [0.1 + 0.2, 1234567.5, { formula: 'A1&"!"', value: '客户!' }, { xml: '<c r="D4" t="e"><v>#N/A</v></c>' }, { xml: '<c t="b"><v>1</v></c>' }],
    ] }])
    parts['xl/sharedStrings.xml'] = '<sst><si><r><t>客</t></r><r><t>户</t></r><rPh sb="0" eb="1"><t>kè</t></rPh></si></sst>'
    expect(readTable(pack(parts))).toEqual({ kind: 'xlsx', sheets: [{ name: '客户', hidden: false, cut: false, rows: [
      ['客户', '备注', '占比', '日期', '合计'],
      ['', '=1+1 & "x" <b>', '35%', '2026-11-26', '12.5'],
      [],
      ['0.3', '1234567.5', '客户!', '', 'TRUE'],
    ] }] })
  })

  it('keep all sheets, the hidden ones marked', () => {
    const { sheets } = readTable(makeWorkbook([{ name: 'ketu', rows: [['a']], hidden: true }, { name: '客户', rows: [['b']] }]))
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['ketu', true], ['客户', false]])
  })

  it('written with prefixes, absolute targets and another main part are read too', () => {
    const parts = workbookParts([{ name: 'A', rows: [['x']] }])
    const moved: Record<string, string> = {
      '_rels/.rels': parts['_rels/.rels']?.replace('xl/workbook.xml', '/xl/workbook2.xml') ?? '',
      'xl/workbook2.xml': parts['xl/workbook.xml'] ?? '',
      'xl/_rels/workbook2.xml.rels': parts['xl/_rels/workbook.xml.rels']?.replace('worksheets/sheet1.xml', '/xl/worksheets/sheet1.xml') ?? '',
      'xl/worksheets/sheet1.xml': '<x:worksheet xmlns:x="a"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>客户</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    }
    expect(rowsOf(pack(moved))).toEqual([['客户']])
  })

  it('texts that are named but not there, or named in circles, are empty', () => {
    const parts = workbookParts([{ name: 'A', rows: [[{ shared: 7 }, { shared: -1 }, { xml: '<c r="C1" t="s"><v>1e9</v></c>' }, 'end', { xml: '<c r="E1"><f>E1</f><v></v></c>' }, 'x']] }])
    parts['xl/sharedStrings.xml'] = '<sst><si><t>&#65;</t></si></sst>'
    expect(rowsOf(pack(parts))).toEqual([['', '', '', 'end', '', 'x']])
  })

  it('P5.8: rows and columns beyond the limits are left out, and it says so', () => {
    const rows = [...Array.from({ length: 1_200 }, (_none, at) => [`客户${at}`])]
    expect(readTable(makeWorkbook([{ name: 'A', rows }])).sheets[0]).toMatchObject({ cut: true, rows: { length: 1_000 } })
    const far = { xml: '<c r="XFD1" t="inlineStr"><is><t>far</t></is></c>' }
    expect(readTable(makeWorkbook([{ name: 'A', rows: [['near', far]] }])).sheets[0]).toMatchObject({ cut: true, rows: [['near']] })
    const nowhere = { xml: '<c r="A0" t="inlineStr"><is><t>nowhere</t></is></c>' }
    expect(rowsOf(makeWorkbook([{ name: 'A', rows: [['near', nowhere]] }]))).toHaveLength(1)
  })
})
