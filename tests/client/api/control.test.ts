// @vitest-environment happy-dom
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import { type Control, useControl } from '../../../client/api/control.ts'
import { PROTOCOL_VERSION, type View } from '../../../shared/protocol/views.ts'

/** What the library shows of a line: `active` is false when it will not come back by itself. */
class Line extends EventEmitter {
  connected = false
  active = true
  connects = 0
  connect(): this {
    this.connects++
    return this
  }
  disconnect(): this {
    this.connected = false
    return this
  }
  onAny(): void {}
  asked: string[] = []
  timeout = (): { emitWithAck(event: string): Promise<never> } => ({
    emitWithAck: (event) => {
      this.asked.push(event)
      return Promise.reject(new Error('no answer'))
    },
  })
  /** The server cuts it. */
  cut(): void {
    this.connected = false
    this.active = false
    this.emit('disconnect', 'io server disconnect')
  }
}
let line: Line
vi.mock('socket.io-client', () => ({ io: () => line }))

let scope: EffectScope
let control: Control<View>
beforeEach(() => {
  vi.useFakeTimers()
  line = new Line()
  scope = effectScope()
  scope.run(() => { control = useControl({ protocol: PROTOCOL_VERSION, role: 'participant', token: 'token' }) })
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

it('a device that the server cut, because it was slow, comes back by itself', async () => {
  line.cut()
  await vi.advanceTimersByTimeAsync(6_000)
  expect(line.connects).toBe(1)
})
it('and one that was refused for now', async () => {
  line.active = false
  line.emit('connect_error', new Error('too-many'))
  await vi.advanceTimersByTimeAsync(6_000)
  expect(line.connects).toBe(1)
})
it('but not one that was told goodbye, nor a page that another one of the same person has displaced, nor one that was left', async () => {
  line.emit('displaced')
  line.cut()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(line.connects).toBe(0)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(line.connects).toBe(1)
  line.cut()
  line.emit('goodbye', { reason: 'removed' })
  await vi.advanceTimersByTimeAsync(20_000)
  expect(line.connects).toBe(1)
})
it('a page that was left while the line was asked for an answer stays left', async () => {
  line.connected = true
  document.dispatchEvent(new Event('visibilitychange'))
  scope.stop()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(line.connects).toBe(0)
})
it('P3.4: what is pressed without a line fails at once and is not kept: nothing of it happens when the line is there', async () => {
  expect(await control.send('hand:raise', {})).toEqual({ ok: false, reason: 'offline' })
  line.cut()
  expect(await control.send('hand:raise', {})).toEqual({ ok: false, reason: 'offline' })
  line.connected = true
  line.emit('connect')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(line.asked).not.toContain('hand:raise')
})

it('P4.2: a line on which an answer failed to come is asked at once whether it lives, and replaced', async () => {
  line.connected = true
  line.emit('connect')
  await vi.advanceTimersByTimeAsync(0)
  expect(control.line.value).toBe('online')
  const sent = control.send('hand:raise', {})
  await vi.advanceTimersByTimeAsync(0)
  expect(await sent).toEqual({ ok: false, reason: 'offline' })
  expect(line.connects).toBe(1)
})
