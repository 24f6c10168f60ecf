import { createI18n } from 'vue-i18n'
import { describe, expect, it } from 'vitest'
import { checkText } from '../../../client/features/scale/checkText.ts'
import { messages } from '../../../client/features/scale/messages.ts'
import { placeOf } from '../../../client/features/scale/places.ts'
import { type Check, checkIds, scaleChecks } from '../../../shared/scale/checks.ts'
import { addFactor, setFactorCell } from '../../../shared/scale/document.ts'
import { locales } from '../../../shared/language/locale.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'
import { openedGroup } from '../../support/openedGroup.ts'
import { inEveryLanguage } from '../../words/traditional.ts'

function checksOf(measure: 'text' | 'numeric'): readonly Check[] {
  const { doc, origin } = openedGroup()
  addFactor(doc, 'potential', readGroupWork(doc).scales.potential, { id: 'f1' }, origin)
  setFactorCell(doc, 'potential', 'f1', { cell: 'measure', value: measure }, origin)
  return scaleChecks(readGroupWork(doc).scales.potential)
}
const placesOf = (measure: 'text' | 'numeric'): string[] => checksOf(measure).map((check) => placeOf('potential', check, ['f1']))

describe('a check leads to its very field', () => {
  it('names, sources, intervals and thresholds by the ids of the fields', () => {
    expect(placesOf('text')).toEqual(expect.arrayContaining(['potential/f1/name', 'potential/f1/definition', 'potential/f1/source', 'potential/f1/i1', 'potential/f1/i5', 'potential/f1/weight']))
    expect(placesOf('numeric')).toEqual(expect.arrayContaining(['potential/f1/unit', 'potential/f1/t1', 'potential/f1/t4']))
  })

  it('too few factors lead to adding one, too many to the first', () => {
    const count = (value: number): Check => ({ id: 'factor-count', severity: 'error', factorId: null, field: null, params: { count: value, min: 5, max: 8 } })
    expect(placeOf('potential', count(1), ['f1'])).toBe('potential/add')
    expect(placeOf('potential', count(9), ['f1'])).toBe('potential/f1/weight')
  })
})

describe.each(locales)('what a check says (%s)', (locale) => {
  const i18n = createI18n({ legacy: false, locale, missingWarn: false, messages: { [locale]: { scale: inEveryLanguage(messages)[locale] } } })
  const params = { name: '年采购额', other: '采购额', count: 9, min: 5, max: 8, level: 2, index: 1, total: 95, difference: 5, weight: 45, limit: 40, value: 3, above: 4, side: 'high', cut: 50 }

  it.each(checkIds)('%s has words, with nothing left open', (id) => {
    const said = checkText({ id, severity: 'error', factorId: 'f1', field: null, params }, (key, values) => i18n.global.t(key, values), '?')
    expect(said).not.toContain('scale.check')
    expect(said).not.toMatch(/[{}]/)
  })
})
