import { describe, expect, it } from 'vitest'
import { createReceiptBook, RECEIPT_LATE_MS } from '../../../client/collab/SyncStatus.ts'
import { reconnectDelayMs } from '../../../client/collab/syncLine.ts'

const synced = () => {
  const book = createReceiptBook(0)
  book.lineOpened()
  book.sent('step2')
  book.synced(10)
  return book
}

describe('what the save indicator may say', () => {
  it('is connecting until the server has sent the document', () => {
    expect(createReceiptBook(0).status(5)).toEqual({ state: 'connecting', waiting: 0, since: 0 })
  })

  it('P2.2: says saved only when a receipt covers every change', () => {
    const book = synced()
    for (const at of [20, 30]) {
      book.changed(at)
      book.sent('update')
    }
    expect(book.status(40)).toMatchObject({ state: 'saving', waiting: 2, late: false })
    book.receipt('saved', 2, 50)
    expect(book.status(50)).toMatchObject({ state: 'saving', waiting: 1 })
    book.receipt('saved', 3, 60)
    expect(book.status(60)).toEqual({ state: 'saved', waiting: 0, since: 60 })
  })

  it('P2.16: a change without a receipt for five seconds is shown as late', () => {
    const book = synced()
    book.changed(100)
    book.sent('update')
    expect(book.status(100 + RECEIPT_LATE_MS)).toMatchObject({ late: false })
    expect(book.status(101 + RECEIPT_LATE_MS)).toMatchObject({ state: 'saving', late: true })
  })

  it('P4.4: counts what is typed while the line is dead, and the next sync step 2 carries all of it', () => {
    const book = synced()
    book.lineDown(50)
    book.changed(60)
    book.changed(70)
    expect(book.status(80)).toEqual({ state: 'offline', waiting: 2, since: 50 })
    book.lineOpened()
    book.sent('step2')
    book.synced(90)
    expect(book.status(90)).toMatchObject({ state: 'saving', waiting: 2 })
    book.receipt('saved', 1, 95)
    expect(book.status(95)).toMatchObject({ state: 'saved' })
  })

  it('P2.16: what was typed long ago, offline, is late five seconds after it went out, and a further line makes it no less late', () => {
    const book = synced()
    book.lineDown(50)
    book.changed(60)
    book.lineOpened()
    book.sent('step2')
    book.synced(60_000)
    expect(book.status(60_000 + RECEIPT_LATE_MS)).toMatchObject({ state: 'saving', late: false })
    expect(book.status(60_001 + RECEIPT_LATE_MS)).toMatchObject({ state: 'saving', late: true })
    book.lineDown(70_000)
    book.lineOpened()
    book.sent('step2')
    book.synced(70_100)
    expect(book.status(70_101)).toMatchObject({ state: 'saving', late: true })
  })

  it('a receipt of the connection before covers nothing of the new one', () => {
    const book = synced()
    book.changed(20)
    book.sent('update')
    book.lineDown(30)
    book.lineOpened()
    book.receipt('saved', 5, 40)
    book.synced(50)
    expect(book.status(50)).toMatchObject({ state: 'saving', waiting: 1 })
  })

  it('P2.4: tells what a lock keeps back, until the lock opens', () => {
    const book = synced()
    book.changed(20)
    book.sent('update')
    book.receipt('held', 2, 30)
    expect(book.status(30)).toEqual({ state: 'held', waiting: 1, since: 30 })
    book.receipt('saved', 2, 40)
    expect(book.status(40)).toMatchObject({ state: 'saved' })
  })

  it('P2.15: a refusal stands with its code until the person tries again', () => {
    const book = synced()
    book.refused(4409, 20)
    book.changed(30)
    expect(book.status(30)).toEqual({ state: 'refused', waiting: 1, since: 20, code: 4409 })
    book.lineDown(40)
    expect(book.status(40)).toMatchObject({ state: 'offline', waiting: 1 })
  })
})

describe('P2.9: coming back', () => {
  it('waits anywhere between 0.3 s and a bound that grows to 5 s', () => {
    expect(reconnectDelayMs(0, 0)).toBe(300)
    expect(reconnectDelayMs(0, 0.999)).toBeLessThan(600)
    expect(reconnectDelayMs(20, 0)).toBe(300)
    expect(reconnectDelayMs(20, 0.999)).toBeGreaterThan(4_900)
    expect(reconnectDelayMs(20, 0.999)).toBeLessThanOrEqual(5_000)
  })
})
