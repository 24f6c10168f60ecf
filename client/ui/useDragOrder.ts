import { nextTick, onScopeDispose, readonly, ref, type Ref } from 'vue'

export interface DragOrder {
  /** The row that follows the pointer. */
  readonly dragged: Readonly<Ref<string | null>>
  /** For `pointerdown` on a row's handle; the handle needs `touch-action: none`. */
  grab(event: PointerEvent, id: string): void
  /** For `keydown` on a row's handle, where that can be focused. */
  press(event: KeyboardEvent, id: string): void
  /** The dragged row follows the finger; the rows that it passes make room. */
  styleOf(id: string): Record<string, string> | undefined
}

interface Row {
  readonly id: string
  /** px, as it lay when the drag began. */
  readonly middle: number
  readonly height: number
}
interface Drag {
  readonly id: string
  readonly pointerId: number
  readonly handle: HTMLElement
  readonly startY: number
  readonly startScroll: number
  readonly rows: readonly Row[]
  readonly scroller: Element
  pointerY: number
}

/** The place (from 0) among the *other* rows where a row belongs whose middle is at `middle`. */
export const placeFor = (others: readonly Pick<Row, 'middle'>[], middle: number): number => others.filter((other) => other.middle < middle).length

const EDGE_PX = 72
const SCROLL_PX = 10

/**
 * Reorders the rows of a list by a handle, with pointer events (HTML5 drag and drop doesn't work on iOS), so that it works
 * by finger, pen and mouse, and a swipe elsewhere still scrolls; near an edge the list scrolls along, Escape gives up. The
 * list carries `data-rows`, each row `data-row` with its id. `move` is called once, at the end, with the place (from 0).
 */
export function useDragOrder(move: (id: string, to: number) => void): DragOrder {
  const dragged = ref<string | null>(null)
  const offset = ref(0)
  const place = ref(0)
  let drag: Drag | null = null
  let frame = 0
  let listening = new AbortController()

  function grab(event: PointerEvent, id: string): void {
    const handle = event.currentTarget
    if (!(handle instanceof HTMLElement) || drag || event.button > 0) return
    const list = handle.closest('[data-rows]')
    if (!list) return
    event.preventDefault()
    handle.focus({ preventScroll: true })
    handle.setPointerCapture(event.pointerId)
    const scroller = scrollerOf(list)
    drag = { id, pointerId: event.pointerId, handle, startY: event.clientY, startScroll: scroller.scrollTop, rows: rowsOf(list), scroller, pointerY: event.clientY }
    dragged.value = id
    update()
    listening = new AbortController()
    const { signal } = listening
    handle.addEventListener('pointermove', follow, { signal })
    handle.addEventListener('pointerup', drop, { signal })
    for (const lost of ['pointercancel', 'lostpointercapture']) handle.addEventListener(lost, stop, { signal })
    window.addEventListener('keydown', (key) => { if (key.key === 'Escape') stop() }, { signal })
    frame = requestAnimationFrame(scrollAtEdge)
  }
  function follow(event: PointerEvent): void {
    if (!drag || event.pointerId !== drag.pointerId) return
    drag.pointerY = event.clientY
    update()
  }
  function update(): void {
    if (!drag) return
    const { id, rows, scroller } = drag
    offset.value = drag.pointerY - drag.startY + scroller.scrollTop - drag.startScroll
    place.value = placeFor(rows.filter((row) => row.id !== id), (rows.find((row) => row.id === id)?.middle ?? 0) + offset.value)
  }
  function scrollAtEdge(): void {
    // Somebody else may have removed the row meanwhile.
    if (!drag?.handle.isConnected) return stop()
    const { top, bottom } = drag.scroller.getBoundingClientRect()
    const [upper, lower] = [Math.max(0, top), Math.min(innerHeight, bottom)]
    const by = drag.pointerY < upper + EDGE_PX ? -SCROLL_PX : drag.pointerY > lower - EDGE_PX ? SCROLL_PX : 0
    if (by !== 0) {
      drag.scroller.scrollTop += by
      update()
    }
    frame = requestAnimationFrame(scrollAtEdge)
  }
  function drop(event: PointerEvent): void {
    if (!drag || event.pointerId !== drag.pointerId) return
    const { id, rows } = drag
    const to = place.value
    stop()
    if (rows.findIndex((row) => row.id === id) !== to) move(id, to)
  }
  function stop(): void {
    listening.abort()
    cancelAnimationFrame(frame)
    drag = null
    dragged.value = null
    offset.value = 0
  }
  onScopeDispose(stop)

  function press(event: KeyboardEvent, id: string): void {
    const handle = event.currentTarget
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0 || drag || !(handle instanceof HTMLElement)) return
    const list = handle.closest('[data-rows]')
    const ids = list ? rowsOf(list).map((row) => row.id) : []
    const to = ids.indexOf(id) + by
    event.preventDefault()
    if (to < 0 || to >= ids.length) return
    move(id, to)
    // A row that is moved in the page loses the focus, and the next press would go nowhere.
    void nextTick(() => {
      handle.focus({ preventScroll: true })
      handle.scrollIntoView({ block: 'nearest' })
    })
  }

  function styleOf(id: string): Record<string, string> | undefined {
    if (dragged.value === null || !drag) return undefined
    if (id === dragged.value) return { transform: `translateY(${offset.value}px)`, position: 'relative', zIndex: '1' }
    const from = drag.rows.findIndex((row) => row.id === dragged.value)
    const index = drag.rows.findIndex((row) => row.id === id)
    const room = (drag.rows[from]?.height ?? 0) + gapOf(drag.rows)
    const shift = index > from && index <= place.value ? -room : index < from && index >= place.value ? room : 0
    return { transform: `translateY(${shift}px)`, transition: 'transform 200ms' }
  }

  return { dragged: readonly(dragged), grab, press, styleOf }
}

const rowsOf = (list: Element): Row[] => [...list.querySelectorAll<HTMLElement>('[data-row]')].map((row) => {
  const { top, height } = row.getBoundingClientRect()
  return { id: row.dataset['row'] ?? '', middle: top + height / 2, height }
})

/** px between two rows. */
const gapOf = ([one, other]: readonly Row[]): number => (one && other ? other.middle - one.middle - (one.height + other.height) / 2 : 0)

function scrollerOf(element: Element): Element {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (parent.scrollHeight > parent.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent
  }
  return document.scrollingElement ?? document.documentElement
}
