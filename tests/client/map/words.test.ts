import { createI18n } from 'vue-i18n'
import { describe, expect, it } from 'vitest'
import { contributionsOf } from '../../../client/features/map/contributions.ts'
import { alignmentSays, spearmanSays } from '../../../shared/map/figureWords.ts'
import { findingWords } from '../../../shared/map/findingWords.ts'
import { messages as mapMessages } from '../../../client/features/map/messages.ts'
import { messages as measureMessages } from '../../../client/features/measure/messages.ts'
import { locales } from '../../../shared/language/locale.ts'
import { type Finding, type FindingRule, findingRules } from '../../../shared/map/findings.ts'
import { axisScore } from '../../../shared/scoring/axis.ts'
import { inEveryLanguage } from '../../words/traditional.ts'
import { addGraded, groupWithScales, workOf } from '../measure/sampleGroup.ts'

const mapWords = inEveryLanguage(mapMessages)
const measureWords = inEveryLanguage(measureMessages)

const params = { effortShare: 0.02, potentialShare: 0.2, potential: 80, count: 7, measured: 8, share: 0.9, level: 3, total: 8, open: 1 }
const buildFinding = (rule: FindingRule): Finding => ({ key: rule, rule, customerIds: ['a'], factorId: 'budget-status', quadrant: 'release', params })

/** Every message with its dotted key. */
const flat = (tree: object, path = ''): [string, string][] => Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value as object, `${path}${key}.`)))

describe('the words of measuring and of the map', () => {
  for (const locale of locales) {
    it(`say every finding in a sentence without gaps (${locale})`, () => {
      const group = groupWithScales()
      addGraded(group, { a: { potential: 3, relationship: 3 } })
      const { global } = createI18n({ legacy: false, locale, messages: { [locale]: { map: mapWords[locale] } } })
      for (const rule of findingRules) {
        const words = findingWords(buildFinding(rule), workOf(group), '?')
        const sentence = global.t(`map.${words.key}`, { ...words.params })
        expect(sentence).not.toMatch(/^map\.|[{}]|undefined|NaN/)
      }
    })

    it(`render in every message: none is taken for a link, or for a plural without a count (${locale})`, () => {
      for (const [key, text] of [...flat(mapWords[locale]), ...flat(measureWords[locale])]) expect(text.replace(/^[^|]+ \| [^|]*\{count\}[^|]*$/, ''), key).not.toMatch(/[|@]/)
    })
  }

  it('explain each range of the two figures', () => {
    expect([1, 0.7, 0.2].map(alignmentSays)).toEqual(['high', 'middle', 'low'])
    expect([0.9, 0.5, 0, -0.6].map(spearmanSays)).toEqual(['high', 'middle', 'none0', 'reverse'])
  })
})

describe('why a customer stands where it stands', () => {
  it('the contributions of an axis add up to its score; a missing grade adds nothing', () => {
    const group = groupWithScales()
    addGraded(group, { a: { potential: 4, relationship: 2 } })
    const { customers: [customer], scales } = workOf(group)
    if (!customer) throw new Error('no customer')
    const rows = contributionsOf(customer, scales.potential)
    expect(rows.reduce((sum, row) => sum + (row.contribution ?? 0), 0)).toBeCloseTo(axisScore(customer, scales.potential).value ?? -1)
    const open = contributionsOf({ ...customer, grades: new Map([['budget-status', { kind: 'unknown' }]]) }, scales.potential)
    expect(open.map(({ contribution, unknown }) => [contribution, unknown])).toEqual([[null, false], [null, true]])
  })
})
