import { describe, expect, it } from 'vitest'
import { nameSuggestions } from '../../../client/features/join/nameSuggestions.ts'

describe('advice when a name is taken', () => {
  it('offers the name with the group’s letter and with a number', () => {
    expect(nameSuggestions('王芳', 'B')).toEqual(['王芳B', '王芳2'])
    expect(nameSuggestions('Ann', 'C')).toEqual(['Ann C', 'Ann 2'])
  })
  it('offers numbers before a group is chosen', () => {
    expect(nameSuggestions('王芳', undefined)).toEqual(['王芳2', '王芳3'])
  })
  it('P5.4: never offers a name of more than 20 characters, or one that nobody can see', () => {
    for (const name of nameSuggestions('很'.repeat(40), 'A')) expect(Array.from(name)).toHaveLength(20)
    expect(nameSuggestions('\u200b\u200b', 'A')).toEqual([])
  })
})
