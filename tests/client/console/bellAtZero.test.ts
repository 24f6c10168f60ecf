// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { computed, effectScope, nextTick, ref } from 'vue'
import { useBellAtZero } from '../../../client/features/console/dock/useBellAtZero.ts'
import type { Timer } from '../../../shared/timer/timer.ts'
import { buildTrainerView } from './makers.ts'

const MINUTE_MS = 60_000
const running = (minutes: number): Timer => ({ state: 'running', durationMs: minutes * MINUTE_MS, endsAt: minutes * MINUTE_MS })
let scope = effectScope()
afterEach(() => scope.stop())

function desk() {
  const [timer, now] = [ref<Timer>(running(22)), ref(0)]
  scope = effectScope()
  const signals = scope.run(() => useBellAtZero({ view: computed(() => buildTrainerView({ timer: timer.value })), now, current: computed(() => null) }, ref(false)))
  if (!signals) throw new Error('the scope is gone')
  return { timer, signals, at: (ms: number) => { now.value = ms; return nextTick() } }
}

it('a group’s four minutes on the stage that take the place of an exercise’s time have not passed its marks', async () => {
  const { timer, signals, at } = desk()
  await at(1_000)
  timer.value = running(4)
  await at(1_200)
  expect(signals.mark.value).toBeNull()
  await at(3 * MINUTE_MS + 200)
  expect(signals.mark.value).toBe(60_000)
})

it('zero is zero, also when the last minute was taken away', async () => {
  const { timer, signals, at } = desk()
  await at(1_000)
  timer.value = { state: 'overtime', durationMs: MINUTE_MS, endsAt: 900 }
  await at(1_200)
  expect([signals.mark.value, signals.flashing.value]).toEqual([0, true])
})
