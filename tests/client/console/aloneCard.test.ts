// @vitest-environment happy-dom
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { computed, defineComponent, h, ref, shallowRef } from 'vue'
import { createI18n } from 'vue-i18n'
import AloneCard from '../../../client/features/console/alone/AloneCard.vue'
import { useAloneRounds } from '../../../client/features/console/alone/useAloneRounds.ts'
import { messages } from '../../../client/features/console/messages.ts'
import { provideConsole } from '../../../client/features/console/useConsole.ts'
import { provideToasts } from '../../../client/ui/toasts.ts'
import type { AloneExercise, AloneRound } from '../../../shared/alone/model.ts'
import type { TrainerView } from '../../../shared/protocol/views.ts'
import { offlineControl } from '../offlineControl.ts'
import { buildItem, buildTrainerView } from './makers.ts'

let card: VueWrapper | undefined
afterEach(() => card?.unmount())

const openRound = (exercise: AloneExercise): AloneRound => ({ groupId: 'g-1', exercise, number: 1, state: 'open', openedAt: 1, customerIds: [], graderIds: [] })
function open(ofItem: readonly AloneExercise[], rounds: readonly AloneExercise[], before: readonly AloneExercise[] = []): VueWrapper {
  const view = shallowRef<TrainerView>(buildTrainerView({ agenda: [buildItem({ alone: [...ofItem] })], alone: [...rounds.map(openRound), ...before.map((exercise) => ({ ...openRound(exercise), state: 'shown' as const }))] }))
  const Desk = defineComponent(() => {
    provideConsole({ ...offlineControl(), view, line: ref('online') }, computed(() => view.value), provideToasts())
    return () => h(AloneCard)
  })
  card = mount(Desk, { global: { plugins: [createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { console: messages['zh-CN'] } } })] } })
  return card
}
const shown = (of: VueWrapper): readonly (string | undefined)[] => of.findAll('[data-exercise]').map((one) => one.attributes('data-exercise'))

describe('what people do alone first, in the console', () => {
  it('what the item begins with is there; what others left open is one line, to be unfolded', async () => {
    const desk = open(['weights-potential'], ['weights-potential', 'ideas-potential', 'grades'])
    expect(shown(desk)).toEqual(['weights-potential'])
    expect(desk.text()).toContain('还有 2 个练习没揭晓')
    await desk.get('[aria-expanded]').trigger('click')
    expect(shown(desk)).toEqual(['weights-potential', 'ideas-potential', 'grades'])
  })
  it('what was shown before can be asked for again: its groups, from the same line', async () => {
    const desk = open([], [], ['weights-potential'])
    expect(desk.text()).toBe('揭晓过的 1 个练习')
    await desk.get('[aria-expanded]').trigger('click')
    expect(shown(desk)).toEqual(['weights-potential'])
    expect(desk.text()).toContain('各组进展')
  })
  it('what was entered counts, done or not: it is not told as nothing', () => {
    const key = 'g-1/grades/1'
    const saidOf = (shownIn: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>): number | null | undefined => {
      const view = shallowRef<TrainerView>(buildTrainerView({ alone: [{ ...openRound('grades'), state: 'shown' }] }))
      const answers = shallowRef({ mine: {}, results: { grades: { [key]: { entered: 0, enteredIds: [], asked: 2, shown: shownIn } } } })
      let said: number | null | undefined
      mount(defineComponent(() => {
        provideConsole({ ...offlineControl(), view, answers }, computed(() => view.value), provideToasts())
        return () => h(defineComponent(() => {
          said = useAloneRounds().of('grades').find(({ group }) => group.id === 'g-1')?.said
          return () => null
        }))
      }), { global: { plugins: [createI18n({ legacy: false, locale: 'zh-CN', messages: {} })] } }).unmount()
      return said
    }
    expect(saidOf({})).toBeNull()
    expect(saidOf({ 'customer-1': {} })).toBeNull()
    expect(saidOf({ 'customer-1': { 'factor-1': [3, 3] } })).toBe(0)
    expect(saidOf({ 'customer-1': { 'factor-1': [1, 5] } })).toBe(1)
  })
  it('where the item has none, only the line is left; where nothing is open, nothing', () => {
    expect(shown(open([], ['grades']))).toEqual([])
    expect(card?.text()).toBe('还有 1 个练习没揭晓')
    card?.unmount()
    expect(open([], []).text()).toBe('')
  })
})
