// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { defineComponent, h, nextTick, ref } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { placeFor, useDragOrder } from '../../../client/ui/useDragOrder.ts'

const ROW_PX = 50
const GAP_PX = 10

/** Four rows, 50 px high and 10 px apart, that really reorder. happy-dom lays nothing out, so they say where they are. */
function mountRows() {
  const order = ref(['a', 'b', 'c', 'd'])
  const moves: [string, number][] = []
  const rows = mount(defineComponent(() => {
    const drag = useDragOrder((id, to) => {
      moves.push([id, to])
      const others = order.value.filter((one) => one !== id)
      order.value = [...others.slice(0, to), id, ...others.slice(to)]
    })
    return () => h('ol', { 'data-rows': '' }, order.value.map((id, place) => h('li', {
      key: id, 'data-row': id, style: drag.styleOf(id),
      ref: (row) => {
        if (!(row instanceof HTMLElement)) return
        row.getBoundingClientRect = () => new DOMRect(0, 100 + place * (ROW_PX + GAP_PX), 300, ROW_PX)
      },
    }, h('button', { onPointerdown: (event: PointerEvent) => drag.grab(event, id), onKeydown: (event: KeyboardEvent) => drag.press(event, id) }))))
  }), { attachTo: document.body })
  function handle(id: string) {
    const found = rows.get<HTMLButtonElement>(`[data-row=${id}] button`)
    found.element.setPointerCapture = () => undefined // happy-dom captures only real pointers
    return found
  }
  const styleOf = (id: string) => rows.get<HTMLElement>(`[data-row=${id}]`).element.style
  return { rows, order, moves, handle, styleOf }
}
let list: ReturnType<typeof mountRows>
afterEach(() => list.rows.unmount())

const point = (clientY: number, pointerId = 1) => ({ pointerId, button: 0, clientY })

describe('dragging a row by its handle', () => {
  it('its place is among the others, by where its middle is', () => {
    list = mountRows()
    const others = [{ middle: 100 }, { middle: 160 }, { middle: 220 }]
    expect([0, 130, 219, 500].map((middle) => placeFor(others, middle))).toEqual([0, 1, 2, 3])
  })

  it('P8.3: follows the pointer, the rows it passes make room, and it is moved once, at the end', async () => {
    list = mountRows()
    await list.handle('a').trigger('pointerdown', point(125))
    await list.handle('a').trigger('pointermove', point(195))
    expect([list.styleOf('a').transform, list.styleOf('b').transform, list.styleOf('c').transform]).toEqual(['translateY(70px)', 'translateY(-60px)', 'translateY(0px)'])
    expect(list.moves).toEqual([])
    await list.handle('a').trigger('pointerup', point(195))
    expect(list.moves).toEqual([['a', 1]])
    expect(list.styleOf('b').transform).toBe('')
  })

  it('moves nothing when it is put back, given up with Escape, or taken away by the system', async () => {
    list = mountRows()
    await list.handle('b').trigger('pointerdown', point(185))
    await list.handle('b').trigger('pointerup', point(190))
    for (const giveUp of [() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })), () => list.handle('b').trigger('pointercancel', point(400))]) {
      await list.handle('b').trigger('pointerdown', point(185))
      await list.handle('b').trigger('pointermove', point(400))
      await giveUp()
      await list.handle('b').trigger('pointerup', point(400))
    }
    expect(list.moves).toEqual([])
  })

  it('a second finger neither moves it nor drops it', async () => {
    list = mountRows()
    await list.handle('a').trigger('pointerdown', point(125))
    await list.handle('b').trigger('pointerdown', point(185, 2))
    await list.handle('a').trigger('pointermove', point(300, 2))
    await list.handle('a').trigger('pointerup', point(300, 2))
    expect(list.styleOf('a').transform).toBe('translateY(0px)')
    expect(list.moves).toEqual([])
  })

  it('by keyboard: arrows move it and keep the focus, not beyond the ends', async () => {
    list = mountRows()
    list.handle('c').element.focus()
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown']) {
      await list.handle('c').trigger('keydown', { key })
      await nextTick()
      expect(document.activeElement).toBe(list.handle('c').element)
    }
    expect(list.moves).toEqual([['c', 1], ['c', 0], ['c', 1]])
  })
})
