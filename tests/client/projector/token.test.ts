import { describe, expect, it } from 'vitest'
import { tokenInHash } from '../../../client/features/projector/token.ts'

describe('the projector’s link', () => {
  it('P5.3: the token is read from the part of the address that no server and no referrer sees', () => {
    expect(tokenInHash('#token=abc-123')).toBe('abc-123')
  })
  it('anything else is no token', () => {
    for (const hash of ['', '#', '#token=', '#key=abc', `#token=${'x'.repeat(201)}`]) expect(tokenInHash(hash)).toBeUndefined()
  })
})
