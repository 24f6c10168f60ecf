// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dropStored, readStored, writeStored } from '../../../client/api/storage.ts'

beforeEach(() => localStorage.clear())
afterEach(() => vi.restoreAllMocks())

it('P4.5: what a browser that forbids storage does not keep is there for as long as the page is', () => {
  vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => { throw new DOMException('denied', 'SecurityError') })
  writeStored('local', 'ketu.seats', [1])
  writeStored('local', 'ketu.other', 2)
  expect(readStored('local', 'ketu.seats')).toEqual([1])
  writeStored('local', 'ketu.seats', undefined)
  dropStored('local', 'ketu.o')
  expect([readStored('local', 'ketu.seats'), readStored('local', 'ketu.other')]).toEqual([undefined, undefined])
})

it('P4.5: what no longer fits into a full one takes the place of what is kept there, until there is room again', () => {
  writeStored('local', 'ketu.seats', ['old'])
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError') })
  writeStored('local', 'ketu.seats', ['new'])
  expect(readStored('local', 'ketu.seats')).toEqual(['new'])
  full.mockRestore()
  writeStored('local', 'ketu.seats', ['newest'])
  expect([readStored('local', 'ketu.seats'), localStorage.getItem('ketu.seats')]).toEqual([['newest'], '["newest"]'])
})
