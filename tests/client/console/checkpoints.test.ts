import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { changeWords } from '../../../client/features/console/checkpoints/changeWords.ts'
import { timeOfDay } from '../../../client/ui/clockText.ts'
import { messages } from '../../../client/features/console/messages.ts'
import { changeKinds, checkpointReasons, type PartChangeKind } from '../../../shared/checkpoint/model.ts'
import { emptyParts } from '../../../shared/groupwork/parts.ts'
import { locales } from '../../../shared/language/locale.ts'
import { inEveryLanguage } from '../../words/traditional.ts'

const wordsIn = (locale: (typeof locales)[number]) => {
  const missing: string[] = []
  const { t } = createI18n({
    legacy: false, locale, missing: (_, key) => void missing.push(key),
    messages: { [locale]: { console: inEveryLanguage(messages)[locale] } },
  }).global
  return { t: (key: string, named: Record<string, unknown>, plural = 1): string => t(key, named, plural), missing }
}

describe('a checkpoint in words', () => {
  it.each(locales)('every change and every reason has words (%s)', (locale) => {
    const { t, missing } = wordsIn(locale)
    const ofParts = Object.keys(emptyParts()).flatMap((part) => ['added', 'removed', 'changed'].map((change) => `${part}-${change}`)) as PartChangeKind[]
    const kinds = [...changeKinds, ...ofParts]
    const said = kinds.map((kind) => changeWords(t, { kind, axis: kind.includes('factors') || kind.startsWith('weights') ? 'relationship' : null, count: 2, names: [] }))
    for (const reason of checkpointReasons) t(`console.checkpoints.reason.${reason}`, {})
    expect(missing).toEqual([])
    expect(new Set(said).size).toBe(kinds.length)
    for (const line of said) expect(line).not.toMatch(/[{}|]/)
  })
  it('names the first few, says that there are more, and calls what has no name so', () => {
    const change = { kind: 'factors-removed', axis: 'potential', count: 2, names: ['年采购额', ' '] } as const
    expect(changeWords(wordsIn('zh-CN').t, change)).toBe('潜力量表：移除 2 个因素（年采购额、（未命名））')
    expect(changeWords(wordsIn('en').t, { ...change, count: 5, names: ['Volume', 'Growth', 'Cash'] })).toBe('Potential: 5 factors removed (Volume, Growth, Cash …)')
    expect(changeWords(wordsIn('en').t, { kind: 'customers-added', axis: null, count: 1, names: ['{n} | @:x'] })).toBe('One customer added ({n} | @:x)')
  })
  it('says the hour, and the day when it was another', () => {
    const at = new Date(2026, 10, 23, 9, 5).getTime()
    expect(timeOfDay(at, at + 3_600_000, 'zh-CN')).toBe('09:05')
    expect(timeOfDay(at, at + 86_400_000, 'zh-CN')).toBe('11/23 09:05')
  })
})
