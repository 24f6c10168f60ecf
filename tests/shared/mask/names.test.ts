import { describe, expect, it } from 'vitest'
import { maskDeep, maskerOf } from '../../../shared/mask/names.ts'

const mask = maskerOf([{ name: '华东机械厂', mask: 'A1' }, { name: '华东', mask: 'A2' }, { name: 'Harbour Works', mask: 'B1' }, { name: 'GE', mask: 'B2' }, { name: 'C++ (Asia)', mask: 'B3' }, { name: '王', mask: 'B4' }])

describe('masking names in texts', () => {
  it.each([
    ['我们和华东机械厂谈过', '我们和A1谈过'],
    ['华东机械厂、华东都要', 'A1、A2都要'],
    ['ask HARBOUR works.', 'ask B1.'],
    ['GE, general, and stage', 'B2, general, and stage'],
    ['为GE做', '为B2做'],
    ['for C++ (Asia)!', 'for B3!'],
  ])('MK1: %s → %s', (text, masked) => expect(mask(text)).toBe(masked))

  it('MK2: a name of one character is in too many words to be masked inside of texts', () => {
    expect(mask('王者')).toBe('王者')
  })
  it('MK3: goes through any shape, and leaves ids and kinds alone', () => {
    const value = { id: 'ge', groupId: 'ge', kind: 'ge', order: 'ge', list: [{ text: 'ge' }, 5, null], pair: [['k', { reason: '华东' }]] }
    expect(maskDeep(value, mask)).toEqual({ id: 'ge', groupId: 'ge', kind: 'ge', order: 'ge', list: [{ text: 'B2' }, 5, null], pair: [['k', { reason: 'A2' }]] })
  })
  it('MK4: without names nothing is touched', () => {
    expect(maskerOf([{ name: '  ', mask: 'A1' }])('text')).toBe('text')
  })
})
