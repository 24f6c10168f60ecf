import { describe, expect, it } from 'vitest'
import { askedLocale, dropOutdated, inLanguage, isUnsaid, localeOf, sameText } from '../../../shared/language/locale.ts'
import { withTraditional } from '../../../shared/language/traditional.ts'

describe('a text in several languages', () => {
  it('is shown in the nearest language that was written', () => {
    expect(inLanguage({ 'zh-CN': '客户', en: 'Customer', 'zh-TW': '客戶' }, 'zh-TW')).toBe('客戶')
    expect(inLanguage({ 'zh-CN': '客户', en: 'Customer' }, 'zh-TW')).toBe('客户')
    expect(inLanguage({ 'zh-CN': '', en: 'Customer', 'zh-TW': '客戶' }, 'zh-CN')).toBe('客戶')
    expect(inLanguage({ 'zh-CN': '', en: 'Customer' }, 'zh-TW')).toBe('Customer')
    expect(inLanguage({ 'zh-CN': '客户', en: '', 'zh-TW': '客戶' }, 'en')).toBe('客户')
    expect(inLanguage({ 'zh-CN': '', en: '' }, 'en')).toBe('')
  })

  it('drops a Traditional text that only repeats what the Simplified one no longer says', () => {
    const before = { 'zh-CN': '客户', en: 'Customer', 'zh-TW': '客戶' }
    expect(inLanguage(dropOutdated(before, { ...before, 'zh-CN': '顾客' }), 'zh-TW')).toBe('顾客')
    expect(inLanguage(dropOutdated(before, { ...before, 'zh-CN': '顾客', 'zh-TW': '顧客' }), 'zh-TW')).toBe('顧客')
    expect(inLanguage(dropOutdated(before, { ...before, en: 'Client' }), 'zh-TW')).toBe('客戶')
  })

  it('is the same, or says nothing, language by language', () => {
    expect(sameText({ 'zh-CN': '', en: 'a' }, { 'zh-CN': '', en: 'a', 'zh-TW': '' })).toBe(true)
    expect(sameText({ 'zh-CN': '', en: 'a' }, { 'zh-CN': '', en: 'a', 'zh-TW': 'b' })).toBe(false)
    expect(isUnsaid({ 'zh-CN': ' ', en: '', 'zh-TW': '' })).toBe(true)
    expect(isUnsaid({ 'zh-CN': '', en: '', 'zh-TW': '題' })).toBe(false)
  })

  it('gets its Traditional words from a dictionary, at any depth, and does without where there are none', () => {
    const material = { id: 'a', items: [{ title: { 'zh-CN': '题', en: 'Title' } }, { title: { 'zh-CN': '新', en: 'New' } }, { title: { 'zh-CN': '', en: '' } }] }
    expect(withTraditional(material, { 题: '題' })).toEqual({ id: 'a', items: [{ title: { 'zh-CN': '题', 'zh-TW': '題', en: 'Title' } }, { title: { 'zh-CN': '新', en: 'New' } }, { title: { 'zh-CN': '', 'zh-TW': '', en: '' } }] })
  })
})

it.each([
  ['zh', 'zh-CN'], ['zh-CN', 'zh-CN'], ['zh_CN.UTF-8', 'zh-CN'], ['zh-Hans-HK', 'zh-CN'], ['zh-SG', 'zh-CN'],
  ['zh-TW', 'zh-TW'], ['zh_TW.UTF-8', 'zh-TW'], ['zh-HK', 'zh-TW'], ['zh-MO', 'zh-TW'], ['zh-Hant', 'zh-TW'], ['zh-Hant-TW', 'zh-TW'],
  ['en', 'en'], ['en-GB', 'en'], ['EN_us', 'en'], ['de', undefined], ['zhuang', undefined], ['', undefined],
])('who asks for %s reads %s', (tag, locale) => expect(localeOf(tag)).toBe(locale))

it('of what a browser asks for, Chinese comes first, and English only where nothing stands before it', () => {
  expect(askedLocale(['en-GB', 'zh-TW'])).toBe('zh-TW')
  expect(askedLocale(['en-GB', 'de'])).toBe('en')
  expect(askedLocale(['de', 'en'])).toBeUndefined()
  expect(askedLocale([])).toBeUndefined()
})
