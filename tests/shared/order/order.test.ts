import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_KEY_LENGTH, type Ordered, byOrder, keyBetween, keysBetween, needsRebalance, placeAt } from '../../../shared/order/order.ts'

const junk = fc.constantFrom('', '!!', 'a', '客户', 'a00', 'A'.padEnd(27, '0'), '\uD800', 'z'.repeat(300))
const someKey = fc.oneof(fc.constantFrom('a0', 'a1', 'a0V', 'Zz', 'b00', 'a0G'), junk)
const isSorted = (rows: readonly Ordered[]): boolean => rows.every((row, index) => index === 0 || (rows[index - 1]?.order ?? '') < row.order)

describe('keys between neighbours', () => {
  it('go between them, at the front and at the end', () => {
    const first = keyBetween(null, null)
    const second = keyBetween(first, null)
    const middle = keyBetween(first, second)
    expect([keyBetween(null, first), first, middle, second].every((key, index, keys) => index === 0 || (keys[index - 1] ?? '') < key)).toBe(true)
  })

  it('P1.9: equal neighbours give a key directly behind both', () => {
    const key = keyBetween('a0', 'a0')
    expect(key > 'a0' && key < 'a1').toBe(true)
  })

  it('P1.9: neighbours in the wrong order are swapped', () => {
    const key = keyBetween('a1', 'a0')
    expect(key > 'a0' && key < 'a1').toBe(true)
  })

  it('P1.9: never throws, and always gives a usable key', () => {
    fc.assert(fc.property(fc.option(someKey), fc.option(someKey), fc.option(fc.double()), (before, after, jitter) => {
      const key = keyBetween(before, after, jitter ?? undefined)
      expect(key).not.toBe('')
      expect(key.length).toBeLessThanOrEqual(MAX_KEY_LENGTH)
      expect(keyBetween(key, null) > key).toBe(true)
    }))
  })

  it('P1.9: with unlike jitter two devices choose unlike keys for one gap, both inside it', () => {
    fc.assert(fc.property(fc.constantFrom([null, null], ['a0', null], [null, 'a0'], ['a0', 'a1'], ['a0', 'a0V']), fc.integer({ min: 0, max: 4095 }), fc.integer({ min: 0, max: 4095 }), ([low = null, high = null], one, other) => {
      const keys = [one, other].map((share) => keyBetween(low, high, share / 4096))
      for (const key of keys) expect((low === null || key > low) && (high === null || key < high)).toBe(true)
      expect(keys[0] === keys[1]).toBe(one === other)
    }))
  })

  it('P1.9: a thousand inserts at one spot keep keys within their limit, and say that numbering anew is due', () => {
    let rows: Ordered[] = [{ id: 'first', order: 'a0' }, { id: 'last', order: 'a1' }]
    for (let turn = 0; turn < 1000; turn++) {
      const { order, repairs } = placeAt(rows, 1)
      const fresh = new Map(repairs.map((row) => [row.id, row]))
      rows = [...rows.map((row) => fresh.get(row.id) ?? row), { id: `r${turn}`, order }].sort(byOrder)
    }
    expect(Math.max(...rows.map((row) => row.order.length))).toBeLessThanOrEqual(MAX_KEY_LENGTH)
    expect(needsRebalance(rows)).toBe(true)
    expect(keysBetween(null, null, rows.length).every((key) => key.length < 6)).toBe(true)
  })
})

describe('the order of rows', () => {
  it('P1.9: rows with one key are parted by id, the same on every device', () => {
    const rows = [{ id: 'b', order: 'a0' }, { id: 'a', order: 'a0' }, { id: 'c', order: 'Zz' }]
    expect([...rows].sort(byOrder).map((row) => row.id)).toEqual(['c', 'a', 'b'])
    expect([...rows].reverse().sort(byOrder).map((row) => row.id)).toEqual(['c', 'a', 'b'])
  })

  it('P1.9: a row put between two of the same key comes to stand between them', () => {
    const rows = [{ id: 'a', order: 'a0' }, { id: 'b', order: 'a0' }, { id: 'c', order: 'a1' }]
    const { order, repairs } = placeAt(rows, 1)
    expect(repairs.map((row) => row.id)).toEqual(['b'])
    const fresh = repairs[0]?.order ?? ''
    expect('a0' < order && order < fresh && fresh < 'a1').toBe(true)
  })

  it('P1.9: the asked place is reached among any rows, and sound rows keep their keys', () => {
    const rowsOf = fc.array(fc.record({ id: fc.uuid(), order: someKey }), { maxLength: 8 }).map((rows) => rows.sort(byOrder))
    fc.assert(fc.property(rowsOf, fc.integer({ min: -1, max: 9 }), (rows, place) => {
      const { order, repairs } = placeAt(rows, place)
      const fresh = new Map(repairs.map((row) => [row.id, row]))
      const after = [...rows.map((row) => fresh.get(row.id) ?? row), { id: 'new', order }].sort(byOrder)
      expect(after.findIndex((row) => row.id === 'new')).toBe(Math.max(0, Math.min(place, rows.length)))
      expect(after.filter((row) => row.id !== 'new').map((row) => row.id)).toEqual(rows.map((row) => row.id))
      if (isSorted(rows) && rows.every((row) => /^[ab]\d/.test(row.order) && row.order !== 'a00')) expect(repairs).toEqual([])
    }))
  })

  it('removing, moving and adding at random keeps the order people made', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 60 }), (moves) => {
      let rows: Ordered[] = []
      const wanted: string[] = []
      moves.forEach(([from, to], index) => {
        const moved = index % 3 === 2 ? wanted[from % wanted.length] : undefined
        if (moved !== undefined) wanted.splice(wanted.indexOf(moved), 1)
        rows = rows.filter((row) => row.id !== moved)
        const id = moved ?? `r${index}`
        const place = to % (rows.length + 1)
        wanted.splice(place, 0, id)
        rows = [...rows, { id, order: keyBetween(rows[place - 1]?.order ?? null, rows[place]?.order ?? null) }].sort(byOrder)
        expect(rows.map((row) => row.id)).toEqual(wanted)
      })
    }))
  })
})
