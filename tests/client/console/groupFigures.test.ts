// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { createI18n } from 'vue-i18n'
import { messages } from '../../../client/features/console/messages.ts'
import { useGroupFigures } from '../../../client/features/console/wall/useGroupFigures.ts'
import { emptyParts, summariseParts } from '../../../shared/groupwork/parts.ts'
import { sampleWork } from '../../support/sampleWork.ts'
import { buildSummary, doneScale } from './makers.ts'

type Figures = ReturnType<typeof useGroupFigures>
function figures(...asked: Parameters<Figures>): string {
  let made: Figures | undefined
  const Tile = defineComponent({ setup: () => { made = useGroupFigures(); return () => null } })
  mount(Tile, { global: { plugins: [createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { console: messages['zh-CN'] } } })] } }).unmount()
  return made?.(...asked).join(' · ') ?? ''
}
const summary = buildSummary({ scales: { potential: doneScale, relationship: { ...doneScale, factors: 5 } }, customers: 8, measured: 8 })

describe('the figures on a group’s tile follow the exercise', () => {
  it('a scale: factors, complete ones, weights', () => expect(figures('potential', summary)).toBe('6 个因素 · 6 个完整 · 权重 100'))
  it('selling points: how many, and how many pass all tests', () => {
    const { usps, ...others } = summariseParts(sampleWork(0).parts)
    expect(figures('usp', { ...summary, parts: { ...others, usps: { ...usps, count: 6, passed: 2 } } })).toBe('6 条卖点 · 2 条三关全过')
    expect(figures('usp', summary)).toBe('还没有卖点')
  })
  it('strategies: how many, and the steps of the one that is farthest, as the bar shows them', () => {
    const parts = summariseParts(emptyParts())
    expect(figures('strategy', { ...summary, parts })).toBe('还没有攻略')
    const written = summariseParts(sampleWork(0).parts)
    expect(figures('strategy', { ...summary, parts: written })).toBe(`${written.strategies.list.length} 份攻略 · 完成 ${written.strategies.steps.length}/6 步`)
  })
  it('a case: how much its members wrote', () => {
    expect(figures('case', summary, 3)).toBe('案例写了 3 条')
    expect(figures('case', summary)).toBe('案例还没有人写')
  })
  it('elsewhere: all factors as one number, and the customers', () => {
    expect(figures(null, summary)).toBe('11 个因素 · 客户已测 8/8')
    expect(figures(null, buildSummary())).toBe('还没有内容')
  })
})
