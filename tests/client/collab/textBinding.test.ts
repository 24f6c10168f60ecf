// @vitest-environment happy-dom
import * as Y from 'yjs'
import { afterEach, describe, expect, it } from 'vitest'
import { bindText, type TextBinding, type TextElement } from '../../../client/collab/textBinding.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'

const bound: { binding: TextBinding; element: TextElement }[] = []
afterEach(() => {
  for (const { binding, element } of bound.splice(0)) {
    binding.destroy()
    element.remove()
  }
})

/** A field on a document, and a colleague's copy of the document that receives and sends everything at once. */
function open(start = '', { kind = 'textarea' as 'textarea' | 'input', max = 500 } = {}) {
  const doc = new Y.Doc()
  const colleague = new Y.Doc()
  doc.on('update', (update, origin) => { if (origin !== colleague) Y.applyUpdate(colleague, update, doc) })
  colleague.on('update', (update, origin) => { if (origin !== doc) Y.applyUpdate(doc, update, colleague) })
  const text = doc.getText('t')
  text.insert(0, start)
  const element = document.createElement(kind)
  document.body.append(element)
  const overflows: number[] = []
  let updates = 0
  doc.on('update', () => { updates++ })
  const binding = bindText({ element, text, origin: new LocalOrigin('me'), max, onOverflow: () => overflows.push(1) })
  bound.push({ binding, element })
  element.focus()
  return {
    doc, text, element, binding, overflows, colleague: colleague.getText('t'),
    updates: () => updates,
    /** What a browser does on a key: value, caret, then `input`. */
    set(value: string, caret = value.length, isComposing = false) {
      element.value = value
      element.setSelectionRange(caret, caret)
      element.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }))
    },
    fire: (type: string) => element.dispatchEvent(type.startsWith('composition') ? new CompositionEvent(type) : new Event(type)),
  }
}

describe('typing', () => {
  it('writes one minimal change for each event', () => {
    const field = open('年采额')
    field.set('年采购额', 3)
    expect(field.text.toString()).toBe('年采购额')
    expect(field.updates()).toBe(1)
    expect(field.text.toDelta()).toEqual([{ insert: '年采购额' }])
  })

  it('P1.6: both keep their words when two type in one field at once', () => {
    const field = open('客户明年')
    field.colleague.insert(0, 'A组：')
    field.set(`${field.element.value}的预算`)
    expect(field.text.toString()).toBe('A组：客户明年的预算')
    expect(field.colleague.toString()).toBe('A组：客户明年的预算')
  })

  it('P1.6: the caret stays with its character when others write ahead of it', () => {
    const field = open('定义')
    field.element.setSelectionRange(1, 1)
    field.colleague.insert(0, '新的')
    expect(field.element.value).toBe('新的定义')
    expect(field.element.selectionStart).toBe(3)
    field.colleague.insert(5, '，完')
    expect(field.element.selectionStart).toBe(3)
  })

  it('P1.6: a repeated character is written where the caret is', () => {
    const field = open('哈哈哈')
    field.colleague.insert(3, '！')
    field.set('哈哈哈哈！', 1)
    expect(field.text.toString()).toBe('哈哈哈哈！')
    expect(field.element.selectionStart).toBe(1)
  })

  it('P1.5: emoji and rare hanzi are never torn apart', () => {
    const field = open('😀𠮷')
    field.set('😁𠮷')
    expect(field.colleague.toString()).toBe('😁𠮷')
    field.set('😁𠮶')
    expect(field.colleague.toString()).toBe('😁𠮶')
    expect(() => encodeURIComponent(field.colleague.toString())).not.toThrow()
  })

  it('P1.5: a lone surrogate becomes a replacement character, in the field too', () => {
    const field = open('')
    field.set('a\ud83d')
    expect(field.text.toString()).toBe('a\ufffd')
    expect(field.element.value).toBe('a\ufffd')
  })

  it('cuts what is pasted at the limit, in code points, and says so', () => {
    const field = open('甲乙', { max: 4 })
    field.set('甲😀😁😂乙', 7)
    expect(field.text.toString()).toBe('甲😀😁乙')
    expect(field.element.value).toBe('甲😀😁乙')
    expect(field.element.selectionStart).toBe(5)
    expect(field.overflows).toHaveLength(1)
  })

  it('a single-line field that strips line breaks takes none out of the text', () => {
    const field = open('一行\n二行', { kind: 'input' })
    field.fire('blur')
    expect(field.text.toString()).toBe('一行\n二行')
  })
})

describe('an input method at work', () => {
  it('P1.2: half-typed pinyin reaches nobody', () => {
    const field = open('客户')
    field.fire('compositionstart')
    for (const pinyin of ['c', 'ca', 'cai']) field.set(`客户${pinyin}`, undefined, true)
    expect(field.colleague.toString()).toBe('客户')
    field.set('客户采', undefined, true)
    field.fire('compositionend')
    expect(field.colleague.toString()).toBe('客户采')
  })

  it('P1.1: what others write meanwhile does not touch the field, and both are there afterwards', () => {
    const field = open('客户预算')
    field.fire('compositionstart')
    field.set('客户niand预算', 7, true)
    field.colleague.insert(4, '（含税）')
    field.colleague.insert(0, '大')
    expect(field.element.value).toBe('客户niand预算')
    field.set('客户年度预算', 4, true)
    field.fire('compositionend')
    expect(field.text.toString()).toBe('大客户年度预算（含税）')
    expect(field.element.value).toBe('大客户年度预算（含税）')
    expect(field.element.selectionStart).toBe(5)
  })

  it('P1.1: a composition that replaced a selection keeps what others put inside it', () => {
    const field = open('abcdef')
    field.fire('compositionstart')
    field.set('a中f', 2, true)
    field.colleague.insert(3, 'XX')
    field.fire('compositionend')
    expect(field.text.toString()).toBe('a中XXf')
  })

  it('P1.4: the order of input and compositionend makes no difference', () => {
    const first = open('')
    first.fire('compositionstart')
    first.set('1', undefined, true)
    first.set('12', undefined, true)
    first.fire('compositionend')
    first.set('12')
    expect(first.text.toString()).toBe('12')
    const second = open('')
    second.fire('compositionstart')
    second.set('12', undefined, true)
    second.set('123', undefined, false)
    second.fire('compositionend')
    expect(second.text.toString()).toBe('123')
  })

  it('P1.3: an unconfirmed composition is written when the field is left, and not twice', () => {
    const field = open('')
    field.fire('compositionstart')
    field.set('dingyi', undefined, true)
    field.fire('blur')
    expect(field.text.toString()).toBe('dingyi')
    field.fire('compositionend')
    expect(field.text.toString()).toBe('dingyi')
  })

  it('P1.3: before a lock the field is written down by its flush', () => {
    const field = open('')
    field.fire('compositionstart')
    field.set('还没写完', undefined, true)
    field.binding.flush()
    expect(field.colleague.toString()).toBe('还没写完')
  })

  it('a cancelled composition shows what others wrote in the meantime', () => {
    const field = open('甲')
    field.fire('compositionstart')
    field.set('甲yi', undefined, true)
    field.colleague.insert(1, '丙')
    field.set('甲', undefined, true)
    field.fire('compositionend')
    expect(field.element.value).toBe('甲丙')
    expect(field.text.toString()).toBe('甲丙')
  })
})

describe('leaving', () => {
  it('a field that disappears in mid-composition loses nothing', () => {
    const field = open('')
    field.fire('compositionstart')
    field.set('最后一句', undefined, true)
    bound.pop()?.binding.destroy()
    expect(field.colleague.toString()).toBe('最后一句')
  })
})
