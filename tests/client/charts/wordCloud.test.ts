import { describe, expect, it } from 'vitest'
import { layoutWords, type PlacedWord, textWidth } from '../../../client/charts/poll/wordCloud.ts'
import { createRandom } from '../../support/random.ts'

const LINE = 1.2
const overlap = (one: PlacedWord, other: PlacedWord): boolean =>
  Math.abs(one.x - other.x) < (one.width + other.width) / 2 && Math.abs(one.y - other.y) < (LINE * (one.size + other.size)) / 2
const syllables = ['客户', '价格', 'value', '差异化', 'USP', '信任', '快', 'long-term partnership', '服务', '🙂']
function words(count: number, seed: number) {
  const random = createRandom(seed)
  const made = Array.from({ length: count }, (_, place) => {
    const text = `${random.pick(syllables)}${place}`
    return { key: text, text, count: 1 + random.below(12) }
  })
  return made.sort((one, other) => other.count - one.count)
}
const projector = { width: 1_700, height: 700, smallest: 30 }
const phone = { width: 340, height: 320, smallest: 16 }

describe('a cloud of words', () => {
  it.each([[projector, 1], [projector, 12], [projector, 60], [phone, 12], [phone, 40]] as const)('W1: in %o no two of %i words overlap, and none leaves the picture', (box, count) => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { words: placed } = layoutWords(words(count, seed), box)
      expect(placed.length).toBeGreaterThan(0)
      for (const [place, word] of placed.entries()) {
        expect(word.size).toBeGreaterThanOrEqual(box.smallest)
        expect(word.x - word.width / 2).toBeGreaterThanOrEqual(0)
        expect(word.x + word.width / 2).toBeLessThanOrEqual(box.width)
        expect(word.y - word.size / 2).toBeGreaterThanOrEqual(0)
        expect(word.y + word.size / 2).toBeLessThanOrEqual(box.height)
        for (const other of placed.slice(place + 1)) expect(overlap(word, other), `${word.text} and ${other.text}`).toBe(false)
      }
    }
  })

  it('W2: the same words always lie the same way', () => {
    expect(layoutWords(words(30, 7), projector)).toEqual(layoutWords(words(30, 7), projector))
  })

  it('W3: what more people said is not smaller', () => {
    const { words: placed } = layoutWords(words(30, 9), projector)
    const sizes = placed.map(({ size }) => size)
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one))
  })

  it('W4: what has no room is counted, not set smaller', () => {
    const many = words(300, 3)
    const { words: placed, left } = layoutWords(many, phone)
    expect(placed.length + left).toBe(many.length)
    expect(left).toBeGreaterThan(0)
    expect(Math.min(...placed.map(({ size }) => size))).toBe(phone.smallest)
  })

  it('W5: a Chinese character counts as wide as it is high', () => {
    expect(textWidth('客户')).toBeGreaterThanOrEqual(2)
    expect(textWidth('ab')).toBeLessThan(2)
  })
})
