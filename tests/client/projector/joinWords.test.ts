import { describe, expect, it } from 'vitest'
import { typedAddress } from '../../../client/features/projector/joinWords.ts'

describe('how the room gets in', () => {
  it('the address has its port: without it nobody arrives', () => {
    expect(typedAddress('http://192.168.31.24:8420/j/482913', '192.168.31.24')).toBe('192.168.31.24:8420')
    expect(typedAddress('', '192.168.31.24')).toBe('192.168.31.24')
  })
})
