import * as Y from 'yjs'
import type { LocalOrigin } from '../../shared/groupwork/cells.ts'
import { applySplice, diffText, type Splice } from '../../shared/text/diff.ts'
import { truncateCodePoints } from '../../shared/text/sanitise.ts'

export type TextElement = HTMLInputElement | HTMLTextAreaElement

export interface TextBinding {
  /** Writes down what the element holds, also the unconfirmed part of a composition. */
  flush(): void
  destroy(): void
}
export interface TextBindingParts {
  readonly element: TextElement
  readonly text: Y.Text
  readonly origin: LocalOrigin
  /** Longest text in code points. */
  readonly max: number
  /** What was typed or pasted did not fit whole. */
  readonly onOverflow?: () => void
}

const codePoints = (text: string): number => {
  let count = 0
  for (const _point of text) count++
  return count
}

/**
 * Binds a plain field to a Y.Text with one minimal splice per event. While the input method composes, nothing is written
 * to the text and nothing to the element: changes of others are kept for the element until the composition ends (1.1–1.4).
 */
export function bindText({ element, text, origin, max, onOverflow }: TextBindingParts): TextBinding {
  let composing = false
  /** What the element showed when it last agreed with the text, and what has become of each of its characters since. */
  let base = text.toString()
  let trail: Trail = createTrail(base.length)

  /** Shows the text as it is now; the caret stays with the character on its left. */
  function render(selection: Selection | null): void {
    base = text.toString()
    trail = createTrail(base.length)
    if (element.value !== base) element.value = base
    if (selection && document.activeElement === element) element.setSelectionRange(selection.start, selection.end, selection.direction)
  }

  function commit(): void {
    const typed = element.value
    // A single-line field strips line breaks from what it is given: that is not the person's edit.
    const splice = typed === displayed(element, base) ? null : diffText(base, typed, element.selectionEnd)
    if (!splice) {
      if (trail.moved) render(trail.select(selectionOf(element)))
      return
    }
    const { pieces, index } = trail.locate(splice)
    const room = max - codePoints(text.toString()) + codePoints(applySpliceRemoved(base, splice))
    const insert = truncateCodePoints(splice.insert, Math.max(0, room))
    if (insert.length < splice.insert.length) onOverflow?.()
    const caretInBase = element.selectionEnd
    text.doc?.transact(() => {
      // From the end, so that the earlier places still hold.
      for (const piece of [...pieces].reverse()) text.delete(piece.index, piece.length)
      if (insert) text.insert(index, insert)
    }, origin)
    const shift = insert.length < splice.insert.length || trail.moved || element.value !== text.toString()
    const caret = shift ? caretAfter(caretInBase, splice, insert, index) : null
    render(caret === null ? null : { start: caret, end: caret, direction: 'none' })
  }

  function onInput(event: Event): void {
    // `isComposing` of the event differs between browsers at the end of a composition; our own flag decides.
    if (event.type === 'input' && composing) return
    commit()
  }
  const onStart = (): void => { composing = true }
  const onEnd = (event: Event): void => {
    composing = false
    onInput(event)
  }
  /** A composition that was never confirmed still counts when the field is left. */
  const flush = (): void => {
    composing = false
    commit()
  }
  function observe(event: Y.YTextEvent, transaction: Y.Transaction): void {
    if (transaction.origin === origin && transaction.local && trail.committing(text, event)) return
    trail.follow(event.delta)
    if (!composing) render(trail.select(selectionOf(element)))
  }

  element.addEventListener('input', onInput)
  element.addEventListener('compositionstart', onStart)
  element.addEventListener('compositionend', onEnd)
  element.addEventListener('change', flush)
  element.addEventListener('blur', flush)
  text.observe(observe)
  render(null)

  return {
    flush,
    destroy() {
      element.removeEventListener('input', onInput)
      element.removeEventListener('compositionstart', onStart)
      element.removeEventListener('compositionend', onEnd)
      element.removeEventListener('change', flush)
      element.removeEventListener('blur', flush)
      text.unobserve(observe)
    },
  }
}
