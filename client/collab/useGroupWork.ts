import { type MaybeRefOrGetter, shallowReadonly, type ShallowRef, shallowRef, toValue, watch } from 'vue'
import type * as Y from 'yjs'
import { readGroupWork } from '../../shared/groupwork/document.ts'
import type { GroupWork } from '../../shared/groupwork/model.ts'

/**
 * The document as plain values: at once after an own change, at most once per frame after those of others.
 * Null while there is no document. Stops with the calling scope.
 */
export function useGroupWork(source: MaybeRefOrGetter<Y.Doc | null | undefined>): Readonly<ShallowRef<GroupWork | null>> {
  const work = shallowRef<GroupWork | null>(null)
  watch(() => toValue(source), (doc, _previous, onCleanup) => {
    if (!doc) {
      work.value = null
      return
    }
    let cancel: (() => void) | null = null
    const read = (): void => {
      cancel?.()
      cancel = null
      work.value = readGroupWork(doc)
    }
    const onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
      if (transaction.local) read()
      else cancel ??= onNextFrame(read)
    }
    read()
    doc.on('update', onUpdate)
    onCleanup(() => {
      doc.off('update', onUpdate)
      cancel?.()
    })
  }, { immediate: true, flush: 'sync' })
  return shallowReadonly(work)
}

/** A hidden page gets no frames; there a timer does, so that it is right when it shows again. @returns cancels. */
function onNextFrame(run: () => void): () => void {
  if (document.hidden) {
    const timer = setTimeout(run, 100)
    return () => clearTimeout(timer)
  }
  const frame = requestAnimationFrame(run)
  return () => cancelAnimationFrame(frame)
}
