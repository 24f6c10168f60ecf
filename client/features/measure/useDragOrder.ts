import { onScopeDispose, ref } from 'vue'

interface Drag {
  readonly id: string
  readonly pointerId: number
  readonly startY: number
  readonly startScroll: number
  /** Middles and heights of all rows, in their order, as they lay when the drag began. */
  readonly rows: readonly { readonly id: string; readonly middle: number; readonly height: number }[]
  readonly scroller: Element
  pointerY: number
}

/** The place (from 0) among the *other* rows where a row belongs whose middle is at `middle`. */
export const placeFor = (others: readonly { readonly middle: number }[], middle: number): number => others.filter((other) => other.middle < middle).length

const EDGE_PX = 72
const SCROLL_PX = 10

/**
 * Reorders the rows of a list by a handle and pointer events, so that it works by finger, pen and mouse, and a swipe
 * elsewhere still scrolls. Rows carry `data-row` with their id. The document hears of the end of a drag only.
 */
export function useDragOrder(move: (id: string, to: number) => void) {
  const dragged = ref<string | null>(null)
  const offset = ref(0)
  const place = ref(0)
  let drag: Drag | null = null
  let frame = 0

  function start(event: PointerEvent, id: string): void {
    const handle = event.currentTarget as HTMLElement
    const list = handle.closest('[data-rows]')
    if (!list || drag || event.button > 0) return
    event.preventDefault()
    handle.setPointerCapture(event.pointerId)
    const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')].map((row) => {
      const { top, height } = row.getBoundingClientRect()
      return { id: row.dataset['row'] ?? '', middle: top + height / 2, height }
    })
    const scroller = scrollerOf(list)
    drag = { id, pointerId: event.pointerId, startY: event.clientY, startScroll: scroller.scrollTop, rows, scroller, pointerY: event.clientY }
    dragged.value = id
    update()
    frame = requestAnimationFrame(scrollAtEdge)
  }
  function follow(event: PointerEvent): void {
    if (!drag || event.pointerId !== drag.pointerId) return
    drag.pointerY = event.clientY
    update()
  }
  function update(): void {
    if (!drag) return
    const own = drag.rows.find(({ id }) => id === drag?.id)
    offset.value = drag.pointerY - drag.startY + drag.scroller.scrollTop - drag.startScroll
    place.value = placeFor(drag.rows.filter(({ id }) => id !== drag?.id), (own?.middle ?? 0) + offset.value)
  }
  function scrollAtEdge(): void {
    if (!drag) return
    const { top, bottom } = drag.scroller.getBoundingClientRect()
    const [upper, lower] = [Math.max(0, top), Math.min(innerHeight, bottom)]
    const by = drag.pointerY < upper + EDGE_PX ? -SCROLL_PX : drag.pointerY > lower - EDGE_PX ? SCROLL_PX : 0
    if (by !== 0) {
      drag.scroller.scrollTop += by
      update()
    }
    frame = requestAnimationFrame(scrollAtEdge)
  }
  function end(event: PointerEvent): void {
    if (!drag || event.pointerId !== drag.pointerId) return
    const { id, rows } = drag
    const to = place.value
    stop()
    if (rows.findIndex((row) => row.id === id) !== to) move(id, to)
  }
  function stop(): void {
    cancelAnimationFrame(frame)
    drag = null
    dragged.value = null
    offset.value = 0
  }
  onScopeDispose(stop)

  /** The dragged row follows the finger; the rows that it passes make room. */
  function styleOf(id: string): Record<string, string> | undefined {
    if (!drag || dragged.value === null) return undefined
    if (id === dragged.value) return { transform: `translateY(${offset.value}px)`, position: 'relative', zIndex: '1' }
    const from = drag.rows.findIndex((row) => row.id === dragged.value)
    const index = drag.rows.findIndex((row) => row.id === id)
    const room = (drag.rows[from]?.height ?? 0) + gapOf(drag.rows)
    const shift = index > from && index <= place.value ? -room : index < from && index >= place.value ? room : 0
    return { transform: `translateY(${shift}px)`, transition: 'transform 200ms' }
  }

  return { dragged, start, follow, end, cancel: stop, styleOf }
}

/** px between two rows. */
function gapOf([one, other]: Drag['rows']): number {
  return one && other ? other.middle - one.middle - (one.height + other.height) / 2 : 0
}

function scrollerOf(element: Element): Element {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (parent.scrollHeight > parent.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent
  }
  return document.scrollingElement ?? document.documentElement
}
