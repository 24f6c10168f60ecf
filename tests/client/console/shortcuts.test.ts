// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { messages } from '../../../client/features/console/messages.ts'
import { belongsElsewhere, keyLabels, type KeyPress, shortcutFor, shortcutGroups } from '../../../client/features/console/shortcuts.ts'

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, isComposing: false, ...change })
const all = Object.values(shortcutGroups).flat()

describe('keyboard shortcuts', () => {
  it('gives every control a key, shown in the overview, with words in both languages', () => {
    for (const shortcut of all) {
      expect(keyLabels(shortcut).length, shortcut).toBeGreaterThan(0)
      expect(messages['zh-CN'].shortcuts.does[shortcut], shortcut).toBeTruthy()
      expect(messages.en.shortcuts.does[shortcut], shortcut).toBeTruthy()
    }
  })
  it('gives no key to two controls', () => {
    const labels = all.flatMap((shortcut) => keyLabels(shortcut))
    expect(new Set(labels).size).toBe(labels.length)
  })
  it('does what a presenter’s clicker sends', () => {
    expect(shortcutFor(press('PageDown'))).toBe('next')
    expect(shortcutFor(press('PageUp'))).toBe('previous')
    expect(shortcutFor(press('.'))).toBe('scene-blank')
    expect(shortcutFor(press('b'))).toBe('scene-blank')
  })
  it('opens groups with Shift and their letter', () => {
    expect(shortcutFor(press('A', { shiftKey: true }))).toEqual({ group: 0 })
    expect(shortcutFor(press('L', { shiftKey: true }))).toEqual({ group: 11 })
    expect(shortcutFor(press('M', { shiftKey: true }))).toBeNull()
  })
  it('knows keys also under a Chinese input method and with Caps Lock', () => {
    expect(shortcutFor(press('Process', { code: 'KeyN' }))).toBe('next')
    expect(shortcutFor(press('５', { code: 'Digit5' }))).toBe('scene-map')
    expect(shortcutFor(press('N'))).toBe('next')
  })
  it('leaves the browser’s own keys, key repeat and composing alone', () => {
    expect(shortcutFor(press('p', { ctrlKey: true }))).toBeNull()
    expect(shortcutFor(press('l', { metaKey: true }))).toBeNull()
    expect(shortcutFor(press('n', { repeat: true }))).toBeNull()
    expect(shortcutFor(press('n', { isComposing: true }))).toBeNull()
    expect(shortcutFor(press('PageUp', { altKey: true }))).toBeNull()
  })
  it('belongs to the field, the dialog or the focused button where there is one', () => {
    document.body.innerHTML = '<input id="field"><button id="button">x</button><div role="dialog"><span id="inside"></span></div><p id="page"></p>'
    const at = (id: string): Element | null => document.getElementById(id)
    expect(belongsElsewhere(at('field'), 'n')).toBe(true)
    expect(belongsElsewhere(at('inside'), 'n')).toBe(true)
    expect(belongsElsewhere(at('button'), ' ')).toBe(true)
    expect(belongsElsewhere(at('button'), 'n')).toBe(false)
    expect(belongsElsewhere(at('page'), ' ')).toBe(false)
  })
})
