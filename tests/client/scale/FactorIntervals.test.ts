// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { messages as common } from '../../../client/app/messages.ts'
import { messages as collab } from '../../../client/collab/messages.ts'
import FactorIntervals from '../../../client/features/scale/FactorIntervals.vue'
import { messages as scale } from '../../../client/features/scale/messages.ts'
import { setFactorCell } from '../../../shared/scale/document.ts'
import { groupWithScales, workOf } from '../measure/sampleGroup.ts'

describe('the intervals of a factor', () => {
  it('a threshold that is not above the one before says so beside its field', async () => {
    const group = groupWithScales()
    const factor = () => {
      const [first] = workOf(group).scales.potential.factors
      if (!first) throw new Error('no factor')
      return first
    }
    const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { common: common['zh-CN'], collab: collab['zh-CN'], scale: scale['zh-CN'] } } })
    const editor = mount(FactorIntervals, { props: { group, axis: 'potential', factor: factor(), locked: false }, global: { plugins: [i18n] } })
    expect(editor.text()).not.toContain('顺序不对')
    setFactorCell(group.doc, 'potential', factor().id, { cell: 'threshold', index: 2, value: 1 }, group.origin)
    await editor.setProps({ factor: factor() })
    const rows = editor.findAll('li')
    expect(rows.map((row) => row.text().includes('顺序不对'))).toEqual([false, true, false, false, false])
  })
})
