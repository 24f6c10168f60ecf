import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readTable } from '../../../server/domain/intake/readTable.ts'
import { addCustomers, customersOf, setGrade } from '../../../shared/customer/document.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { readGroupWork, seedUpdate } from '../../../shared/groupwork/document.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import type { IntakeSheet, IntakeTable } from '../../../shared/intake/table.ts'
import { addReview, removeReview, restoreReview, reviewsOf } from '../../../shared/followup/document.ts'
import type { Review } from '../../../shared/followup/model.ts'
import { movements } from '../../../shared/followup/movement.ts'
import { readWorkbook, workbookGroup } from '../../../shared/followup/readWorkbook.ts'
import { axes } from '../../../shared/scale/model.ts'
import { groupWorkbook } from '../../../shared/workbook/groupWorkbook.ts'
import { figureColumn, gradeColumn, MARKER, MARKER_SHEET, ROWS_BELOW, sheetKind } from '../../../shared/workbook/layout.ts'
import { sampleWork } from '../../support/sampleWork.ts'

const origin = new LocalOrigin('p1')
const work = sampleWork(0)

/** The group's workbook as it was downloaded, and as our own reader sees it. */
function tableOf(source: GroupWork): IntakeTable {
  const making = groupWorkbook({ work: source, classId: 'c1', classTitle: '课', groupId: 'g1', letter: 'A', groupTitle: 'A 组', locale: 'zh-CN', madeAt: Date.UTC(2026, 10, 26), zoneMinutes: 480 })
  for (let step = making.next(); ; step = making.next()) if (step.done) return readTable(step.value)
}
const fresh = tableOf(work)

/** As somebody works on it in Excel. Rows and columns by their keys. */
function edited(change: (sheet: { readonly rows: string[][]; cell(id: string, column: string, value: string): void; readonly first: number }) => void): IntakeTable {
  const sheets = fresh.sheets.map((sheet): IntakeSheet => {
    if (sheet.rows[0]?.[0] !== sheetKind.measuring) return sheet
    const rows = sheet.rows.map((row) => [...row])
    const columnOf = (key: string): number => rows[0]?.indexOf(key) ?? -1
    const first = rows.findIndex((row) => row[0] === ROWS_BELOW) + 1
    change({
      rows, first,
      cell(id, column, value) {
        const row = rows.find((one) => one[0] === id)
        if (row && columnOf(column) >= 0) row[columnOf(column)] = value
      },
    })
    return { ...sheet, rows }
  })
  return { ...fresh, sheets }
}
function read(table: IntakeTable, from = work) {
  const reading = readWorkbook(table, from)
  if (reading.outcome !== 'read') throw new Error(reading.outcome)
  return reading
}
const reviewOf = (table: IntakeTable): Review => ({ id: 'r1', at: 1, customers: read(table).customers, removed: null })
const [best] = work.customers
const bestId = best?.id ?? ''
/** The lowest grade on every factor, as one would set it in the sheet. */
function sink(cell: (id: string, column: string, value: string) => void, id: string): void {
  for (const factor of axes.flatMap((axis) => work.scales[axis].factors)) {
    cell(id, figureColumn(factor.id), '')
    cell(id, gradeColumn(factor.id), '1')
  }
}

describe('a workbook that comes back', () => {
  it('says of which group it is, and untouched it says what the group said: nobody has moved', () => {
    expect(workbookGroup(fresh)).toEqual({ groupId: 'g1', letter: 'A' })
    const { customers, unread, tooMany } = read(fresh)
    expect([unread, tooMany]).toEqual([0, 0])
    expect(customers.map(({ customerId, name }) => [customerId, name])).toEqual(work.customers.map(({ id, name }) => [id, name]))
    expect(customers.map(({ grades }) => new Map(grades))).toEqual(work.customers.map(({ grades }) => grades))
    expect(customers.map(({ effort, revenue }) => [effort, revenue])).toEqual(work.customers.map(({ effort, revenue }) => [effort, revenue]))
    expect(new Set(movements(work, reviewOf(fresh)).map(({ kind }) => kind))).toEqual(new Set(['stayed']))
  })

  it('shows who changed quadrant, from where to where, and who is new', () => {
    const table = edited(({ rows, first, cell }) => {
      sink(cell, bestId)
      const copy = [...(rows[first] ?? [])]
      copy[0] = ''
      copy[rows[0]?.indexOf('name') ?? 1] = '新来的一家'
      rows.push(copy)
    })
    const [changed, added] = movements(work, reviewOf(table)).filter(({ kind }) => kind === 'changed' || kind === 'new')
    expect(changed).toMatchObject({ key: bestId, kind: 'changed', to: { x: 0, y: 0, quadrant: 'release' } })
    expect(changed?.from?.quadrant).not.toBe('release')
    expect(added).toMatchObject({ name: '新来的一家', kind: 'new', from: null })
    expect(added?.to).not.toBeNull()
  })

  it('sorted, renamed, copied and deleted rows are told apart: by id first, then by name', () => {
    const second = work.customers[1]
    const table = edited(({ rows, first, cell }) => {
      cell(bestId, 'name', '改了名字')
      const body = rows.splice(first).reverse().filter((row) => row[0] !== second?.id)
      const copy = [...(body.find((row) => row[0] === bestId) ?? [])]
      copy[rows[0]?.indexOf('name') ?? 1] = '抄来的一行'
      rows.push(...body, copy)
    })
    const all = movements(work, reviewOf(table))
    expect(all.find(({ key }) => key === bestId)).toMatchObject({ name: '改了名字', kind: 'stayed' })
    expect(all.filter(({ kind }) => kind === 'new').map(({ name }) => name)).toEqual(['抄来的一行'])
    expect(all.find(({ kind }) => kind === 'gone')).toMatchObject({ key: second?.id, name: second?.name, to: null })
    // Somebody typed the row anew, without its hidden id.
    const typed = edited(({ rows }) => { const row = rows.find((one) => one[0] === bestId); if (row) row[0] = '' })
    expect(read(typed).customers.find(({ name }) => name === best?.name)?.customerId).toBe(bestId)
  })

  it('what is no answer is none, and is counted', () => {
    const [factor] = work.scales.potential.factors
    const reading = read(edited(({ cell }) => {
      cell(bestId, figureColumn(factor?.id ?? ''), '')
      cell(bestId, gradeColumn(factor?.id ?? ''), '很好')
    }))
    expect(reading.unread).toBe(1)
    expect(new Map(reading.customers.find(({ customerId }) => customerId === bestId)?.grades).has(factor?.id ?? '')).toBe(false)
  })

  it('another workbook, a newer one and an emptied one are said to be that', () => {
    const foreign: IntakeTable = { kind: 'xlsx', sheets: [{ name: '客户', hidden: false, cut: false, rows: [['客户'], ['甲']] }] }
    expect(readWorkbook(foreign, work)).toEqual({ outcome: 'foreign' })
    expect(workbookGroup(foreign)).toBeNull()
    const newer = { ...fresh, sheets: fresh.sheets.map((sheet) => (sheet.name === MARKER_SHEET ? { ...sheet, rows: sheet.rows.map((row) => (row[0] === MARKER ? [MARKER, '99'] : row)) } : sheet)) }
    expect(readWorkbook(newer, work)).toEqual({ outcome: 'newer' })
    expect(readWorkbook(edited(({ rows, first }) => void rows.splice(first)), work)).toEqual({ outcome: 'empty' })
  })
})

describe('reviews in the document', () => {
  function groupDoc(): Y.Doc {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, seedUpdate())
    addCustomers(doc, [], [{ id: 'a', name: '甲' }], origin)
    setGrade(doc, 'a', 'f', { kind: 'level', level: 2 }, origin)
    return doc
  }
  const customers: Review['customers'] = [{ customerId: 'a', name: '甲', effort: 3, revenue: null, grades: [['f', { kind: 'level', level: 5 }]] }]

  it('stand beside what was made in class and change none of it; the latest comes first, a removed one can be brought back', () => {
    const doc = groupDoc()
    const before = customersOf(doc).toJSON()
    addReview(doc, { id: 'r1', at: 1, customers }, origin)
    addReview(doc, { id: 'r2', at: 2, customers: [] }, origin)
    expect(customersOf(doc).toJSON()).toEqual(before)
    expect(readGroupWork(doc).parts.followup.reviews.map(({ id }) => id)).toEqual(['r2', 'r1'])
    expect(readGroupWork(doc).parts.followup.reviews[1]?.customers).toEqual(customers)
    removeReview(doc, 'r2', 9, origin)
    expect(readGroupWork(doc).parts.followup.reviews.map(({ id }) => id)).toEqual(['r1'])
    restoreReview(doc, 'r2', origin)
    expect(readGroupWork(doc).parts.followup.reviews).toHaveLength(2)
  })

  it('P5.9: whatever a hand-made client writes there, the rest is read', () => {
    const doc = groupDoc()
    for (const [id, value] of Object.entries({ a: 7, b: [null, 1, { name: 5 }], c: [{ name: 'x', customerId: '__proto__', grades: [['f', { kind: 'level', level: 99 }], 3, ['__proto__', { kind: 'unknown' }]], effort: -1, revenue: 'much' }], d: { length: 1e9 } })) {
      const row = new Y.Map<unknown>()
      reviewsOf(doc).set(id, row)
      row.set('customers', value)
    }
    addReview(doc, { id: 'good', at: 5, customers }, origin)
    const { reviews } = readGroupWork(doc).parts.followup
    expect(reviews[0]).toMatchObject({ id: 'good', customers })
    expect(reviews.flatMap(({ id, customers: rows }) => (id === 'good' ? [] : rows))).toEqual([{ customerId: null, name: 'x', effort: null, revenue: null, grades: [] }])
  })
})
