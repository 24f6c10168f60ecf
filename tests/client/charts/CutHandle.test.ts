// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import CutHandle from '../../../client/charts/CutHandle.vue'
import { plotBox, toX } from '../../../shared/map/layout.ts'

const plot = plotBox(1000, 800, 14)
const handle = (locked = false) => mount(CutHandle, { props: { line: 'x', value: 50, plot, label: '业务关系', locked }, attachTo: document.body })

describe('the handle of a cut line', () => {
  it('P8.3: is a slider that the arrow keys move', async () => {
    const slider = handle()
    expect(slider.attributes()).toMatchObject({ role: 'slider', 'aria-valuenow': '50', tabindex: '0' })
    for (const key of ['ArrowRight', 'PageDown', 'Home', 'End', 'a']) await slider.trigger('keydown', { key })
    expect(slider.emitted('done')).toEqual([[51], [45], [0], [100]])
  })

  it('follows the pointer from where it was gripped, and tells the end of the drag once', async () => {
    const slider = handle()
    slider.element.setPointerCapture = () => undefined
    await slider.trigger('pointerdown', { clientX: toX(plot, 50) + 4, pointerId: 1 })
    await slider.trigger('pointermove', { clientX: toX(plot, 62) + 4, pointerId: 1 })
    await slider.trigger('pointermove', { clientX: toX(plot, 70) + 4, pointerId: 1 })
    await slider.trigger('pointerup', { pointerId: 1 })
    expect(slider.emitted('drag')).toEqual([[62], [70]])
    expect(slider.emitted('done')).toEqual([[70]])
  })

  it('a tap that moves nothing is for what lies below', async () => {
    const slider = handle()
    slider.element.setPointerCapture = () => undefined
    for (const to of [50, 62]) {
      await slider.trigger('pointerdown', { clientX: toX(plot, 50), pointerId: 1 })
      await slider.trigger('pointermove', { clientX: toX(plot, to) + 0.3, pointerId: 1 })
      await slider.trigger('pointerup', { pointerId: 1 })
      await slider.trigger('click')
    }
    expect(slider.emitted('tap')).toHaveLength(1)
    expect(slider.emitted('done')).toEqual([[62]])
  })

  it('does nothing while locked', async () => {
    const slider = handle(true)
    await slider.trigger('keydown', { key: 'ArrowRight' })
    await slider.trigger('pointerdown', { clientX: 0, pointerId: 1 })
    await slider.trigger('pointerup', { pointerId: 1 })
    expect(slider.emitted('done')).toBeUndefined()
    expect(slider.attributes('aria-disabled')).toBe('true')
  })
})
