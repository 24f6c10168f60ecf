// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope, ref } from 'vue'
import { useEyesFront } from '../../../client/features/workspace/useEyesFront.ts'

let scope: EffectScope
beforeEach(() => {
  vi.useFakeTimers()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

function device() {
  const frozen = ref(false)
  const online = ref(true)
  const happened: string[] = []
  let isCovered = (): boolean => false
  const covered = scope.run(() => useEyesFront(() => frozen.value, () => online.value, () => happened.push(`flush, covered: ${isCovered()}`)))
  if (!covered) throw new Error('the scope has ended')
  isCovered = () => covered.value
  return { frozen, online, covered, happened }
}

describe('eyes to the front', () => {
  it('what is still only in fields is written down before the notice comes, and the keyboard goes', () => {
    const field = document.body.appendChild(document.createElement('input'))
    field.focus()
    const { frozen, covered, happened } = device()
    frozen.value = true
    expect(happened).toEqual(['flush, covered: false'])
    expect(covered.value).toBe(true)
    expect(document.activeElement).not.toBe(field)
    frozen.value = false
    expect(covered.value).toBe(false)
  })
  it('stays over a short loss of the line', async () => {
    const { frozen, online, covered } = device()
    frozen.value = true
    online.value = false
    await vi.advanceTimersByTimeAsync(5_000)
    expect(covered.value).toBe(true)
    online.value = true
    await vi.advanceTimersByTimeAsync(60_000)
    expect(covered.value).toBe(true)
  })
  it('lets a device go that has lost the class: nobody could lift the notice any more', async () => {
    const { frozen, online, covered } = device()
    frozen.value = true
    online.value = false
    await vi.advanceTimersByTimeAsync(21_000)
    expect(covered.value).toBe(false)
    online.value = true
    await vi.advanceTimersByTimeAsync(0)
    expect(covered.value).toBe(true)
  })
})
