import { describe, expect, it } from 'vitest'
import { readNameLines } from '../../../client/features/measure/pasteNames.ts'

describe('customers out of pasted lines', () => {
  it('takes one a line, without blanks, empty lines and the numbering of a copied list', () => {
    expect(readNameLines('  北方泵业 \r\n\r\n2、晨光包装\n3. 蓝鲸压缩机\n- 3M 中国\n• 3.5寸盘厂\n\t\n', []).names).toEqual(['北方泵业', '晨光包装', '蓝鲸压缩机', '3M 中国', '3.5寸盘厂'])
  })

  it('takes the first filled cell of a row that comes from a workbook', () => {
    expect(readNameLines('北方泵业\t华东\t300\n\t晨光包装\t华南', []).names).toEqual(['北方泵业', '晨光包装'])
  })

  it('a column of numbers before the names is none of names, with a title that nobody knows or without one', () => {
    expect(readNameLines('1\t北方泵业\t华东\n2\t3M\t华南', []).names).toEqual(['北方泵业', '3M'])
    expect(readNameLines('序号\t厂家\n1\t北方泵业\n2\t晨光包装', []).names).toEqual(['厂家', '北方泵业', '晨光包装'])
    expect(readNameLines('360\n58', []).names).toEqual(['360', '58'])
  })

  it('leaves out what is on the list already, also in another width or case, and says how many', () => {
    expect(readNameLines('ＡＢＣ Steel\nabc  steel\n新客户', ['Abc Steel'])).toEqual({ names: ['新客户'], title: null, duplicates: 2, repeated: 0, tooMany: 0, shortened: 0 })
  })

  it('tells what is twice in the paste from what is on the list already', () => {
    expect(readNameLines('甲\n乙\n甲', ['乙'])).toMatchObject({ names: ['甲'], duplicates: 1, repeated: 1 })
  })

  it('leaves out a first row that is the title of the column, also beside others, and takes the names from that column', () => {
    for (const title of ['客户', '客户名称', '名称', '公司', '公司名称', '单位', '單位', 'Customer', 'customer name', 'Company', 'Company Name', 'Name', 'Account Name', 'Client name', '客户全称', '公司简称', '客户名称（必填）']) {
      expect(readNameLines(`\n${title}\n北方泵业\n晨光包装`, [])).toMatchObject({ names: ['北方泵业', '晨光包装'], title })
    }
    expect(readNameLines('序号\t客户名称\t地区\n1\t北方泵业\t华东\n2\t晨光包装\t华南', [])).toMatchObject({ names: ['北方泵业', '晨光包装'], title: '客户名称' })
  })

  it('a customer that merely has such a word in its name is one, and so is a single line', () => {
    expect(readNameLines('客户之家\n北方泵业公司', [])).toMatchObject({ names: ['客户之家', '北方泵业公司'], title: null })
    expect(readNameLines('单位', [])).toMatchObject({ names: ['单位'], title: null })
  })

  it('stops at 200 customers and says how many found no room', () => {
    const existing = Array.from({ length: 199 }, (_, index) => `客户${index}`)
    expect(readNameLines('甲\n乙\n丙', existing)).toEqual({ names: ['甲'], title: null, duplicates: 0, repeated: 0, tooMany: 2, shortened: 0 })
  })

  it('P1.5: cuts a name at 60 whole characters', () => {
    const { names, shortened } = readNameLines('🐟'.repeat(70), [])
    expect(Array.from(names[0] ?? '')).toHaveLength(60)
    expect(shortened).toBe(1)
    expect(names[0]).not.toMatch(/\p{Cs}/u)
  })

  it('P5.4: names that nobody would see are no names', () => {
    expect(readNameLines('\u200b\u200d\n\u3000\n\u2800', []).names).toEqual([])
  })
})
