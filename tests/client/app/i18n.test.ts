// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'

/** The app's words, started anew in a browser that asks for these languages. */
async function startIn(languages: readonly string[], chosen?: string) {
  vi.resetModules()
  localStorage.clear()
  if (chosen) localStorage.setItem('ketu.locale', JSON.stringify(chosen))
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)
  const app = await import('../../../client/app/i18n.ts')
  const say = (key: string): string => app.i18n.global.t(key)
  return { ...app, say }
}
afterEach(() => vi.restoreAllMocks())

describe('the language of a device', () => {
  it.each([
    [['zh-CN'], 'zh-CN'], [['zh-TW', 'en'], 'zh-TW'], [['zh-HK'], 'zh-TW'], [['zh-Hant-TW'], 'zh-TW'], [['en-GB'], 'en'], [['en-US', 'zh-CN'], 'zh-CN'], [['de', 'fr'], 'zh-CN'], [[], 'zh-CN'],
  ])('%s reads %s', async (languages, locale) => {
    expect((await startIn(languages)).startingLocale()).toBe(locale)
  })

  it('is the one that was chosen on it before', async () => {
    expect((await startIn(['en'], 'zh-TW')).startingLocale()).toBe('zh-TW')
    expect((await startIn(['en'], 'nonsense')).startingLocale()).toBe('en')
  })

  it('changes at once for all that the page says, and stays for the next time', async () => {
    const { withWords, chooseLocale, say } = await startIn(['zh-CN'])
    await withWords(['join'], Promise.resolve())
    expect([say('join.groups.choose'), say('common.save')]).toEqual(['请选一个小组。', '保存'])
    await chooseLocale('zh-TW')
    expect([say('join.groups.choose'), say('common.save')]).toEqual(['請選一個小組。', '儲存'])
    expect(document.documentElement.lang).toBe('zh-TW')
    expect(localStorage.getItem('ketu.locale')).toBe('"zh-TW"')
    await chooseLocale('en')
    expect(say('join.groups.choose')).toBe('Please choose a group.')
  })

  it('brings Traditional words to those only who read them, and with the page', async () => {
    const simplified = await startIn(['zh-CN'])
    await simplified.withWords(['join'], Promise.resolve())
    expect(simplified.i18n.global.messages.value['zh-TW']).toBeUndefined()
    const traditional = await startIn(['zh-TW'])
    await traditional.withWords(['join'], Promise.resolve())
    expect(traditional.say('join.groups.choose')).toBe('請選一個小組。')
  })

  it('a projector of another language brings its words to the console', async () => {
    const { withWords, needLocale, i18n, say } = await startIn(['en'])
    await withWords(['projector'], Promise.resolve())
    await needLocale('zh-TW')
    await withWords(['scale'], Promise.resolve())
    expect(say('projector.map.title')).toBe('All customers')
    expect(i18n.global.t('projector.map.title', {}, { locale: 'zh-TW' })).toBe('全班客戶地圖')
    expect(i18n.global.t('scale.library.title', {}, { locale: 'zh-TW' })).toBe('因素庫')
  })
})
