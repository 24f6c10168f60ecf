import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Riding } from '../../../server/domain/room/riding.ts'

const WAIT_MS = 250
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Has something to say, until it is sent alone or a frame takes it along. */
function waiter() {
  const sentAlone: number[] = []
  const startedAt = Date.now()
  const peer = {
    hasRiders: true,
    sentAlone,
    flush() {
      if (peer.hasRiders) sentAlone.push(Date.now() - startedAt)
      peer.hasRiders = false
    },
  }
  return peer
}

describe('what is not urgent', () => {
  it('goes alone after nine tenths of the time to the whole of it, whenever others began to wait', () => {
    const riding = new Riding(WAIT_MS)
    const peers = [0, 40, 124, 60, 125].map((pauseMs) => {
      vi.advanceTimersByTime(pauseMs)
      const peer = waiter()
      riding.add(peer)
      return peer
    })
    vi.advanceTimersByTime(2 * WAIT_MS)
    for (const { sentAlone: [waited, again] } of peers) {
      expect(waited).toBeGreaterThanOrEqual(0.9 * WAIT_MS)
      expect(waited).toBeLessThanOrEqual(WAIT_MS)
      expect(again).toBeUndefined()
    }
    expect(vi.getTimerCount()).toBe(0)
  })
  it('is not sent again when a frame took it along, and what comes after that has the whole time', () => {
    const riding = new Riding(WAIT_MS)
    const peer = waiter()
    riding.add(peer)
    vi.advanceTimersByTime(WAIT_MS - 50)
    peer.hasRiders = false
    vi.advanceTimersByTime(20)
    peer.hasRiders = true
    riding.add(peer)
    vi.advanceTimersByTime(0.9 * WAIT_MS - 1)
    expect(peer.sentAlone).toEqual([])
    vi.advanceTimersByTime(WAIT_MS)
    expect(peer.sentAlone).toHaveLength(1)
  })
  it('goes at once when all is flushed', () => {
    const riding = new Riding(WAIT_MS)
    const peer = waiter()
    riding.add(peer)
    riding.flush()
    expect(peer.sentAlone).toEqual([0])
    expect(vi.getTimerCount()).toBe(0)
  })
})
