import { effectScope, ref } from 'vue'
import { describe, expect, it } from 'vitest'
import { useLock } from '../../../client/features/workspace/useLock.ts'
import type { LockState } from '../../../shared/protocol/views.ts'

function lockAt(state: LockState, at = 0) {
  const lock = ref<LockState>(state)
  const now = ref(at)
  const flushed: number[] = []
  const scope = effectScope()
  const live = scope.run(() => useLock(lock, now, () => flushed.push(now.value)))
  if (!live) throw new Error('the scope ended')
  return { lock, now, flushed, ...live }
}

describe('the lock on a device', () => {
  it('P7.5: counts down, writes everything down ahead of the instant, and closes then', () => {
    const { now, flushed, locked, closesIn } = lockAt({ state: 'closing', at: 10_000 })
    expect(closesIn.value).toBe(10)
    now.value = 9_000
    expect([locked.value, closesIn.value, flushed.length]).toEqual([false, 1, 0])
    now.value = 9_500
    expect([locked.value, closesIn.value, flushed]).toEqual([true, null, [9_500]])
    now.value = 9_700
    expect(flushed).toHaveLength(1)
  })

  it('P1.3: a lock without warning still flushes first', () => {
    const { lock, flushed, locked } = lockAt({ state: 'open' })
    expect(locked.value).toBe(false)
    lock.value = { state: 'locked', since: 5 }
    expect([locked.value, flushed.length]).toEqual([true, 1])
  })

  it('opens again, also when the trainer takes the closing back', () => {
    const { lock, now, locked } = lockAt({ state: 'closing', at: 1_000 }, 900)
    expect(locked.value).toBe(true)
    lock.value = { state: 'open' }
    now.value = 2_000
    expect(locked.value).toBe(false)
  })
})
