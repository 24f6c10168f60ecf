import { describe, expect, it } from 'vitest'
import { spacedCode, typedAddress } from '../../../client/features/projector/joinWords.ts'

describe('how the room gets in', () => {
  it('the address has its port: without it nobody arrives', () => {
    expect(typedAddress('http://192.168.31.24:8420/j/482913', '192.168.31.24')).toBe('192.168.31.24:8420')
    expect(typedAddress('', '192.168.31.24')).toBe('192.168.31.24')
  })
  it('the code is shown in two halves', () => {
    expect(spacedCode('482913')).toBe('482 913')
  })
})
