import { onScopeDispose, readonly, ref, type Ref } from 'vue'

export interface DragOrder {
  /** The row that is held, and the place (from 0) that it would get now. */
  readonly held: Readonly<Ref<{ readonly id: string; readonly to: number; readonly offset: number } | null>>
  /** For `pointerdown` on a row's handle. */
  grab(event: PointerEvent, id: string): void
  /** For `keydown` on a row's handle. */
  press(event: KeyboardEvent, id: string): void
}

/**
 * Reordering by a handle, with pointer events (HTML5 drag and drop doesn't work on iOS). The rows are the elements with
 * `data-row` inside `list`, in their order. The handle needs `touch-action: none`.
 */
export function useDragOrder(list: Readonly<Ref<HTMLElement | null>>, ids: () => readonly string[], move: (id: string, to: number) => void): DragOrder {
  const held = ref<{ id: string; to: number; offset: number } | null>(null)
  let stop: (() => void) | undefined

  function grab(event: PointerEvent, id: string): void {
    const handle = event.currentTarget
    if (!(handle instanceof HTMLElement) || event.button > 0 || held.value) return
    event.preventDefault()
    handle.focus({ preventScroll: true })
    handle.setPointerCapture(event.pointerId)
    // Measured once: while dragging, rows make room by transforms, which would move the measure along.
    const centres = [...(list.value?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].map((row) => {
      const box = row.getBoundingClientRect()
      return box.top + box.height / 2
    })
    const from = ids().indexOf(id)
    const startY = event.clientY
    const own = centres[from] ?? startY
    held.value = { id, to: from, offset: 0 }
    const onMove = (moved: PointerEvent): void => {
      const offset = moved.clientY - startY
      const to = centres.filter((centre, index) => index !== from && centre < own + offset).length
      held.value = { id, to, offset }
    }
    const onEnd = (ended: PointerEvent): void => {
      const to = held.value?.to ?? from
      stop?.()
      if (ended.type === 'pointerup' && to !== from) move(id, to)
    }
    handle.addEventListener('pointermove', onMove)
    handle.addEventListener('pointerup', onEnd)
    handle.addEventListener('pointercancel', onEnd)
    stop = () => {
      handle.removeEventListener('pointermove', onMove)
      handle.removeEventListener('pointerup', onEnd)
      handle.removeEventListener('pointercancel', onEnd)
      held.value = null
      stop = undefined
    }
  }
  function press(event: KeyboardEvent, id: string): void {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    const to = ids().indexOf(id) + by
    if (by === 0 || to < 0 || to >= ids().length) return
    event.preventDefault()
    move(id, to)
  }
  onScopeDispose(() => stop?.())
  return { held: readonly(held), grab, press }
}
