import { describe, expect, it } from 'vitest'
import { inLanguage, locales, type Localized } from '../../../shared/language/locale.ts'
import { factorLibrary } from '../../../shared/scale/library.ts'
import { MAX_LEVELS, MIN_LEVELS } from '../../../shared/scale/model.ts'

const count = (text: string): number => [...text].length
const filled = (text: Localized): boolean => locales.every((locale) => text[locale]?.trim() === text[locale] && (text[locale] ?? '') !== '')
const cases = factorLibrary.map((factor) => [factor.id, factor] as const)

describe('the library of factors', () => {
  it('has at least 14 factors for potential and 12 for relationship', () => {
    expect(factorLibrary.filter((factor) => factor.axis === 'potential').length).toBeGreaterThanOrEqual(14)
    expect(factorLibrary.filter((factor) => factor.axis === 'relationship').length).toBeGreaterThanOrEqual(12)
  })

  it('has no id and no name twice', () => {
    expect(new Set(factorLibrary.map((factor) => factor.id)).size).toBe(factorLibrary.length)
    for (const locale of locales) expect(new Set(factorLibrary.map((factor) => factor.name[locale])).size).toBe(factorLibrary.length)
  })

  it.each(cases)('%s says what it is and where its figure comes from, in every language', (_id, factor) => {
    expect(factor.id).toMatch(/^[a-z0-9-]{1,40}$/)
    for (const text of [factor.name, factor.definition, factor.source, ...factor.intervals]) expect(filled(text)).toBe(true)
    expect(count(factor.name['zh-CN'])).toBeLessThanOrEqual(12)
    expect(count(factor.name.en)).toBeLessThanOrEqual(32)
    for (const locale of locales) {
      expect(count(inLanguage(factor.definition, locale))).toBeLessThanOrEqual(500)
      expect(count(inLanguage(factor.source, locale))).toBeLessThanOrEqual(500)
    }
  })

  it.each(cases)('%s has 3 to 5 different intervals and a whole suggested weight that is not above 40', (_id, factor) => {
    expect(factor.intervals.length).toBeGreaterThanOrEqual(MIN_LEVELS)
    expect(factor.intervals.length).toBeLessThanOrEqual(MAX_LEVELS)
    for (const locale of locales) expect(new Set(factor.intervals.map((interval) => interval[locale])).size).toBe(factor.intervals.length)
    expect(Number.isInteger(factor.suggestedWeight)).toBe(true)
    expect(factor.suggestedWeight).toBeGreaterThan(0)
    expect(factor.suggestedWeight).toBeLessThanOrEqual(40)
  })

  it.each(cases)('%s is parted by ascending thresholds and a unit when numeric, by words alone when not', (_id, factor) => {
    if (factor.measure === 'text') {
      expect(factor.thresholds).toEqual([])
      expect(factor.direction).toBe('more')
      return
    }
    expect(filled(factor.unit)).toBe(true)
    expect(factor.thresholds).toHaveLength(factor.intervals.length - 1)
    for (const [index, threshold] of factor.thresholds.entries()) {
      expect(Number.isFinite(threshold)).toBe(true)
      if (index > 0) expect(threshold).toBeGreaterThan(factor.thresholds[index - 1] ?? Number.POSITIVE_INFINITY)
    }
  })

  it('repeats no figure in the description of a numeric interval, so that moving a threshold leaves it true', () => {
    for (const factor of factorLibrary.filter(({ measure }) => measure === 'numeric')) {
      for (const interval of factor.intervals) for (const locale of locales) expect(interval[locale], factor.id).not.toMatch(/\d/)
    }
  })

  it('offers figures to type and words to choose, and figures where less is better, on both axes', () => {
    for (const axis of ['potential', 'relationship'] as const) {
      const kinds = new Set(factorLibrary.filter((factor) => factor.axis === axis).map((factor) => `${factor.measure} ${factor.direction}`))
      expect(kinds).toEqual(new Set(['text more', 'numeric more', 'numeric less']))
    }
  })
})
