// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { keyInHash, takeKey } from '../../../client/features/trainer/trainerKey.ts'

describe('the trainer’s one-time link', () => {
  afterEach(() => history.replaceState(null, '', '/'))

  it('P5.3: the key leaves the address bar and the history at once, and what the page remembers stays', () => {
    history.replaceState({ position: 3 }, '', '/trainer#key=abc-DEF_123')
    const { length } = history
    expect(takeKey()).toBe('abc-DEF_123')
    // No page behind this one still has it.
    expect(history.length).toBe(length)
    expect(location.href).not.toContain('abc')
    expect(location.pathname).toBe('/trainer')
    expect(history.state).toEqual({ position: 3 })
  })
  it('is taken once', () => {
    history.replaceState(null, '', '/trainer#key=abc')
    expect([takeKey(), takeKey()]).toEqual(['abc', null])
  })
  it('leaves other hashes alone', () => {
    expect(keyInHash('')).toBeNull()
    expect(keyInHash('#key=')).toBeNull()
    expect(keyInHash('#other=1')).toBeNull()
  })
})
