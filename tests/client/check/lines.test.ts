import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../client/features/check/lines.ts'

const fine = { control: 'ok', sync: 'ok', storage: 'ok' } as const
const arrived = (line: Parameters<typeof linesOf>[1]) => linesOf(fine, line)[0].state

describe('a device that tries the way to the laptop', () => {
  it('has arrived also when the laptop knows no class of that code: it is the code that is dead, not the way', () => {
    expect(arrived('wrong-code')).toBe('ok')
  })
  it('has not arrived when nothing answers', () => {
    expect(arrived('offline')).toBe('failed')
    expect(arrived('waiting')).toBe('waiting')
  })
})
