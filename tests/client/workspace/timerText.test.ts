// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { messages } from '../../../client/features/workspace/messages.ts'
import TimerText from '../../../client/features/workspace/TimerText.vue'
import type { Timer } from '../../../shared/timer/timer.ts'

const MINUTE_MS = 60_000
const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { workspace: messages['zh-CN'] }, en: { workspace: messages.en } } })
const shown = (timer: Timer) => {
  const page = mount(TimerText, { props: { timer, now: 0 }, global: { plugins: [i18n] } })
  return { set: (props: { readonly timer?: Timer; readonly now?: number }) => page.setProps(props), readOut: () => page.get('[aria-live]').text() }
}
const running = (minutes: number): Timer => ({ state: 'running', durationMs: minutes * MINUTE_MS, endsAt: minutes * MINUTE_MS })

it('who does not see the clock hears that five minutes are left, and that time is up', async () => {
  const clock = shown(running(6))
  await clock.set({ now: MINUTE_MS - 100 })
  expect(clock.readOut()).toBe('')
  await clock.set({ now: MINUTE_MS })
  expect(clock.readOut()).toBe('还剩 5 分钟')
  await clock.set({ now: 6 * MINUTE_MS - 100 })
  await clock.set({ now: 6 * MINUTE_MS, timer: { state: 'overtime', durationMs: 6 * MINUTE_MS, endsAt: 6 * MINUTE_MS } })
  expect(clock.readOut()).toBe('时间到')
})

it('a time that takes the place of a longer one has not run past its marks', async () => {
  const clock = shown({ state: 'idle', durationMs: 22 * MINUTE_MS })
  await clock.set({ timer: running(4) })
  expect(clock.readOut()).toBe('')
})

it('what was read out goes with the time that it was about', async () => {
  const clock = shown(running(6))
  await clock.set({ now: MINUTE_MS })
  await clock.set({ timer: { state: 'idle', durationMs: 12 * MINUTE_MS } })
  expect(clock.readOut()).toBe('')
})
