import type * as Y from 'yjs'
import type { LocalOrigin } from '../../shared/groupwork/cells.ts'
import { diffText } from '../../shared/text/diff.ts'
import { truncateCodePoints } from '../../shared/text/sanitise.ts'
import { startTrail } from './trail.ts'

export type TextElement = HTMLInputElement | HTMLTextAreaElement

export interface TextBindingParts {
  readonly element: TextElement
  readonly text: Y.Text
  readonly origin: LocalOrigin
  /** Longest text in code points. */
  readonly max: number
  /** What was typed or pasted did not fit whole. */
  readonly onOverflow?: () => void
  /** Somebody else changed the text, and the element shows it now. */
  readonly onRemote?: () => void
  /** The element may need another height. */
  readonly onShown?: () => void
}
export interface TextBinding {
  /** Writes down what the element holds, also the unconfirmed part of a composition. */
  flush(): void
  destroy(): void
}

const pairs = /[\ud800-\udbff][\udc00-\udfff]/g
const codePoints = (text: string): number => text.length - (text.match(pairs)?.length ?? 0)

/**
 * Binds a plain field to a Y.Text with one minimal splice per event. While the input method composes, nothing is written
 * to the text and nothing to the element; changes of others reach the text, and the element when the composition ends
 * (pitfalls 1.1–1.4). What was composed meanwhile is then placed among those changes, not over them.
 */
export function bindText({ element, text, origin, max, onOverflow, onRemote, onShown }: TextBindingParts): TextBinding {
  let composing = false
  let writing = false
  /** The text when the element last showed it, what the element made of it, and the text's way since. */
  let base = ''
  let shown = ''
  let trail = startTrail(0)

  /** Shows the text as it is now. A caret given here is set when the field has the focus. */
  function show(caret: { readonly start: number; readonly end: number } | null): void {
    base = text.toString()
    trail = startTrail(base.length)
    if (element.value !== base) {
      element.value = base
      if (caret && document.activeElement === element) element.setSelectionRange(caret.start, caret.end)
    }
    shown = element.value
    onShown?.()
  }
  function showMoved(): void {
    show({ start: trail.place(element.selectionStart ?? 0), end: trail.place(element.selectionEnd ?? 0) })
  }

  function commit(): void {
    const typed = element.value
    const caret = element.selectionEnd ?? typed.length
    const splice = typed === shown ? null : diffText(base, typed, caret)
    if (!splice) {
      if (trail.moved) showMoved()
      return
    }
    const { removals, insertAt } = trail.locate(splice)
    const current = text.toString()
    const kept = removals.reduce((count, { index, length }) => count - codePoints(current.slice(index, index + length)), codePoints(current))
    const insert = truncateCodePoints(splice.insert, Math.max(0, max - kept))
    writing = true
    try {
      text.doc?.transact(() => {
        for (const { index, length } of [...removals].reverse()) text.delete(index, length)
        if (insert) text.insert(insertAt, insert)
      }, origin)
    } finally {
      writing = false
    }
    const removed = (until: number): number => removals.reduce((sum, { index, length }) => sum + Math.max(0, Math.min(length, until - index)), 0)
    const behind = caret - splice.index - splice.insert.length
    const old = trail.place(splice.index + splice.remove + Math.max(0, behind))
    const place = behind > 0 ? old - removed(old) + insert.length : insertAt + Math.max(0, Math.min(caret - splice.index, insert.length))
    show({ start: place, end: place })
    if (insert.length < splice.insert.length) onOverflow?.()
  }

  // One path for both events, whose order differs between browsers; of their data nothing is used.
  const onInput = (): void => {
    if (!composing) commit()
  }
  const onStart = (): void => { composing = true }
  const flush = (): void => {
    composing = false
    commit()
  }
  function onChange(event: Y.YTextEvent, transaction: Y.Transaction): void {
    if (writing) return
    trail.follow(event.delta)
    if (composing) return
    showMoved()
    if (!transaction.local) onRemote?.()
  }

  element.addEventListener('input', onInput)
  element.addEventListener('compositionstart', onStart)
  for (const event of ['compositionend', 'change', 'blur'] as const) element.addEventListener(event, flush)
  text.observe(onChange)
  show(null)

  return {
    flush,
    destroy() {
      flush()
      element.removeEventListener('input', onInput)
      element.removeEventListener('compositionstart', onStart)
      for (const event of ['compositionend', 'change', 'blur'] as const) element.removeEventListener(event, flush)
      text.unobserve(onChange)
    },
  }
}
