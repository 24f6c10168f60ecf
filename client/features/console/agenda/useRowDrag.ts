import { onScopeDispose, type Ref, ref } from 'vue'

export interface RowDrag {
  readonly dragged: Ref<string | null>
  /** Where the dragged row would go, px from the top of the list; null while nothing moves. */
  readonly lineAt: Ref<number | null>
  start(event: PointerEvent, itemId: string): void
}

/** A row goes in front of the first row whose middle lies below the pointer. null: last. */
export function placeBefore(rows: readonly { readonly id: string; readonly top: number; readonly height: number }[], y: number): string | null {
  return rows.find((row) => y < row.top + row.height / 2)?.id ?? null
}

/** Dragging rows by their handle, with mouse, pen or finger. The list's rows carry `data-item`. Escape gives up. */
export function useRowDrag(list: Readonly<Ref<HTMLElement | null>>, move: (itemId: string, before: string | null) => void): RowDrag {
  const dragged = ref<string | null>(null)
  const lineAt = ref<number | null>(null)
  let before: string | null = null
  let stop = (): void => {}

  function rows(): { id: string; top: number; height: number }[] {
    return [...(list.value?.querySelectorAll<HTMLElement>('[data-item]') ?? [])].map((row) => {
      const box = row.getBoundingClientRect()
      return { id: row.dataset['item'] ?? '', top: box.top, height: box.height }
    })
  }
  function over(event: PointerEvent): void {
    const all = rows()
    const first = all[0]
    const last = all.at(-1)
    if (!list.value || !first || !last) return
    before = placeBefore(all, event.clientY)
    const top = all.find((row) => row.id === before)?.top ?? last.top + last.height
    lineAt.value = top - list.value.getBoundingClientRect().top
    list.value.querySelector(`[data-item="${before ?? last.id}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  function end(drop: boolean): void {
    const itemId = dragged.value
    const all = rows().map((row) => row.id)
    stop()
    dragged.value = null
    const moved = lineAt.value !== null
    lineAt.value = null
    if (!drop || !moved || itemId === null || before === itemId) return
    // In front of the row that follows already: nothing changes.
    if (before !== (all[all.indexOf(itemId) + 1] ?? null)) move(itemId, before)
  }

  function start(event: PointerEvent, itemId: string): void {
    if (event.button !== 0) return
    stop()
    event.preventDefault()
    dragged.value = itemId
    const abort = new AbortController()
    const { signal } = abort
    window.addEventListener('pointermove', over, { signal })
    window.addEventListener('pointerup', () => end(true), { signal })
    window.addEventListener('pointercancel', () => end(false), { signal })
    window.addEventListener('keydown', (key) => { if (key.key === 'Escape') end(false) }, { signal })
    stop = () => abort.abort()
  }
  onScopeDispose(() => stop())
  return { dragged, lineAt, start }
}
