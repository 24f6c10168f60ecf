import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allMaterial, generateWords, root } from '../../words/generate.ts'
import { glossary } from '../../words/glossary.ts'
import { toTraditional, traditionalTree } from '../../words/traditional.ts'

const files = await generateWords()
const material = await allMaterial()

describe('Traditional Chinese', () => {
  it.each(files.map((file) => [file.path, file.text] as const))('%s is what the Simplified words give today; else run `npm run words`', (path, text) => {
    expect(existsSync(join(root, path)), 'missing: run `npm run words`').toBe(true)
    expect(readFileSync(join(root, path), 'utf8'), 'stale: run `npm run words`').toBe(text)
  })

  it('is there for every text of the course, the library and the other material', () => {
    const said = new Set(material.filter((text) => text.traditional !== undefined).map((text) => text.simplified))
    expect(said.size).toBeGreaterThan(300)
    expect(material.map((text) => text.simplified).filter((text) => !said.has(text)), 'give its module an `x.zh-TW.json` and `withTraditional`').toEqual([])
  })

  it('has no Simplified character left, and the quotation marks of Taiwan', () => {
    const characters = new Set(toTraditional('这为发开后时么们学习进选项户场业务关图话过还长现'))
    const simplified = [...'这为发开时们学习进选项户场业务关图话过还长现'].filter((sign) => !characters.has(sign))
    for (const { path, text } of files.filter((file) => file.path.endsWith('messages.zh-TW.json'))) {
      expect(text.replace('简', '').match(new RegExp(`[${simplified.join('')}“”]`, 'g')), path).toBeNull()
    }
  })

  it('keeps what is filled in, the languages\' own names, and its own terms', () => {
    expect(toTraditional('“{name}”的屏幕，{count} 个客户，质量')).toBe('「{name}」的螢幕，{count} 個客戶，品質')
    expect(toTraditional('{letter} 列')).toBe('{letter} 欄')
    expect(traditionalTree({ language: { 'zh-CN': '简体中文', choose: '语言' }, text: '语言' })).toEqual({ language: { 'zh-CN': '简体中文', choose: '語言' }, text: '語言' })
    expect(new Set(glossary.map(([simplified]) => simplified)).size).toBe(glossary.length)
  })
})
