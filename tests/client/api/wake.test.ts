// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { onWake } from '../../../client/api/wake.ts'

/** What the page was told, in order. */
let told: string[]
let stop: () => void
beforeEach(() => {
  vi.useFakeTimers()
  told = []
  stop = onWake({ wake: () => told.push('wake'), hide: () => told.push('hide'), leave: () => told.push('leave') })
})
afterEach(() => {
  stop()
  vi.restoreAllMocks()
  vi.useRealTimers()
})
function look(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}
const pageShow = (persisted: boolean): boolean => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
/** The page stands still for so long: no timer runs, and the clock goes on. */
function freeze(forMs: number): void {
  const now = performance.now()
  const clock = vi.spyOn(performance, 'now').mockReturnValue(now + forMs)
  vi.advanceTimersByTime(1_000)
  clock.mockReturnValue(now + forMs + 1_000)
  vi.advanceTimersByTime(1_000)
}

it('P4.2: a page that is shown again, comes back from the cache of the browser, or has a network again is awake', () => {
  look('hidden')
  look('visible')
  pageShow(true)
  window.dispatchEvent(new Event('online'))
  expect(told).toEqual(['hide', 'wake', 'wake', 'wake'])
})
it('one that is shown for the first time was never asleep', () => {
  pageShow(false)
  expect(told).toEqual([])
})
it('P4.2: one that stood still for more than five seconds wakes, though nothing says so; a hidden one is only slow', () => {
  freeze(4_000)
  expect(told).toEqual([])
  freeze(6_000)
  expect(told).toEqual(['wake'])
  look('hidden')
  freeze(60_000)
  expect(told).toEqual(['wake', 'hide'])
})
it('one that is left says so once, and nothing after it has stopped', () => {
  window.dispatchEvent(new Event('pagehide'))
  stop()
  window.dispatchEvent(new Event('pagehide'))
  look('visible')
  freeze(60_000)
  expect(told).toEqual(['leave'])
})
