// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, type EffectScope, nextTick } from 'vue'
import { createOutbox } from '../../../client/api/outbox.ts'
import { type LastingAnswer, useLastingAnswer } from '../../../client/api/lastingAnswer.ts'
import { answeringControl, type AnsweringControl } from '../answeringControl.ts'

const done = { ok: true, value: null } as const
const vote = (option: string) => ({ kind: 'single' as const, options: [option] })
let scopes: EffectScope[] = []
beforeEach(() => localStorage.clear())
afterEach(() => {
  for (const scope of scopes) scope.stop()
  scopes = []
  vi.useRealTimers()
})
function open({ control }: AnsweringControl): LastingAnswer<'poll'> {
  const scope = effectScope()
  scopes.push(scope)
  const made = scope.run(() => useLastingAnswer(control, 'poll', 'p1'))
  if (!made) throw new Error('not made')
  return made
}
const given = ({ sent }: AnsweringControl) => sent.map(({ payload }) => payload['value'])

describe('an answer that a bad line can’t lose', () => {
  it('L1: is saving until the server has it, and saved from then on, before the class is told', async () => {
    const server = answeringControl()
    const answer = open(server)
    expect(answer.state.value).toBe('none')
    answer.give(vote('a'))
    expect([answer.state.value, answer.value.value]).toEqual(['saving', vote('a')])
    await server.answer(done)
    expect([answer.state.value, answer.value.value]).toEqual(['saved', vote('a')])
    server.tell({ mine: { 'poll:p1': vote('a') } })
    await nextTick()
    expect([answer.state.value, answer.value.value]).toEqual(['saved', vote('a')])
  })

  it('L2: of quick changes only the first and the latest are sent, one after the other', async () => {
    const server = answeringControl()
    const answer = open(server)
    for (const option of ['a', 'b', 'c']) answer.give(vote(option))
    expect(given(server)).toEqual([vote('a')])
    await server.answer(done)
    expect(given(server)).toEqual([vote('a'), vote('c')])
    expect(answer.state.value).toBe('saving')
    await server.answer(done)
    expect(answer.state.value).toBe('saved')
  })

  it('L3: given while the line is down it waits, and goes when the line is back', async () => {
    const server = answeringControl()
    const answer = open(server)
    server.line.value = 'offline'
    answer.give(vote('a'))
    await flushPromises()
    expect(answer.state.value).toBe('waiting')
    expect(server.sent).toEqual([])
    server.line.value = 'online'
    await flushPromises()
    expect(given(server)).toEqual([vote('a')])
    await server.answer(done)
    expect(answer.state.value).toBe('saved')
  })

  it('L4: survives a reload of the page that comes before the line is back', async () => {
    const server = answeringControl()
    server.line.value = 'offline'
    open(server).give(vote('a'))
    for (const scope of scopes) scope.stop()
    const again = answeringControl()
    const answer = open(again)
    expect(answer.value.value).toEqual(vote('a'))
    await flushPromises()
    expect(given(again)).toEqual([vote('a')])
  })

  it('L5: refused for good it says so, and what the server has counts again', async () => {
    const server = answeringControl()
    server.tell({ mine: { 'poll:p1': vote('a') } })
    const answer = open(server)
    answer.give(vote('b'))
    await server.answer({ ok: false, reason: 'wrong-state' })
    expect([answer.state.value, answer.refusal.value, answer.value.value]).toEqual(['refused', 'wrong-state', vote('a')])
    answer.give(vote('c'))
    expect([answer.state.value, answer.refusal.value]).toEqual(['saving', null])
  })

  it('L6: a full disk is no refusal for good: it is tried again', async () => {
    vi.useFakeTimers()
    const server = answeringControl()
    const answer = open(server)
    answer.give(vote('a'))
    await server.answer({ ok: false, reason: 'disk-full' })
    expect(answer.state.value).toBe('waiting')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(given(server)).toEqual([vote('a'), vote('a')])
  })

  it('L7: what is being typed is saving from the first key, and is sent while somebody types on, not with each key', async () => {
    vi.useFakeTimers()
    const server = answeringControl()
    const answer = open(server)
    answer.type(vote('a'))
    expect([answer.state.value, answer.value.value]).toEqual(['saving', vote('a')])
    for (const option of ['b', 'c', 'd']) {
      await vi.advanceTimersByTimeAsync(300)
      answer.type(vote(option))
    }
    expect(given(server)).toEqual([vote('c')])
    await server.answer(done)
    expect(answer.state.value).toBe('saving')
    await vi.advanceTimersByTimeAsync(700)
    expect(given(server)).toEqual([vote('c'), vote('d')])
    await server.answer(done)
    expect(answer.state.value).toBe('saved')
  })

  it('L8: typed a moment before a reload it is there after it', () => {
    open(answeringControl()).type(vote('a'))
    expect(open(answeringControl()).value.value).toEqual(vote('a'))
  })

  it('L9: given without a line it goes when the line is back, also for who is at another place by then', async () => {
    const server = answeringControl()
    server.line.value = 'offline'
    open(server).give(vote('a'))
    for (const scope of scopes) scope.stop()
    await flushPromises()
    expect(server.control.outbox.waiting.value).toBe(1)
    server.line.value = 'online'
    await flushPromises()
    expect(given(server)).toEqual([vote('a')])
    await server.answer(done)
    expect(server.control.outbox.waiting.value).toBe(0)
  })

  it('L10: a lock is no refusal for good: it goes after the unlock', async () => {
    vi.useFakeTimers()
    const server = answeringControl()
    const answer = open(server)
    answer.give(vote('a'))
    await server.answer({ ok: false, reason: 'locked' })
    expect([answer.state.value, answer.value.value]).toEqual(['waiting', vote('a')])
    await vi.advanceTimersByTimeAsync(3_000)
    await server.answer(done)
    expect(answer.state.value).toBe('saved')
  })

  it('L12: what the server has stays in view until the class is told, also where the line breaks before that', async () => {
    vi.useFakeTimers()
    const server = answeringControl()
    server.tell({ mine: { 'poll:p1': vote('a') } })
    const answer = open(server)
    answer.give(vote('b'))
    await server.answer(done)
    server.line.value = 'offline'
    await vi.advanceTimersByTimeAsync(60_000)
    expect([answer.state.value, answer.value.value]).toEqual(['saved', vote('b')])
    // Said on another device of the same person meanwhile.
    server.tell({ mine: { 'poll:p1': vote('c') } })
    expect(answer.value.value).toEqual(vote('c'))
  })

  it('L13: what another page of the same person has sent since, this one does not bring again', async () => {
    const one = answeringControl()
    one.line.value = 'offline'
    const answer = open(one)
    answer.give(vote('a'))
    const other = answeringControl()
    const again = open(other)
    expect(again.value.value).toEqual(vote('a'))
    again.give(vote('b'))
    const told = () => window.dispatchEvent(new StorageEvent('storage', { key: 'ketu.mine.me.unsent.poll:p1' }))
    told()
    expect([answer.value.value, answer.state.value]).toEqual([vote('b'), 'waiting'])
    await other.answer(done)
    await other.answer(done)
    expect(localStorage.length).toBe(0)
    told()
    expect([answer.value.value, answer.state.value]).toEqual([vote('b'), 'saved'])
    one.line.value = 'online'
    await flushPromises()
    expect(one.sent).toEqual([])
  })

  it('L14: who has left asks no more', async () => {
    vi.useFakeTimers()
    const server = answeringControl()
    const scope = effectScope()
    const box = scope.run(() => createOutbox({ give: async (topic) => { server.sent.push({ name: topic, payload: {} }); return { ok: false, reason: 'offline' } }, line: server.line, answers: server.control.answers, whose: () => 'me' }))
    box?.on('poll:p1').give(vote('a'))
    scope.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.sent).toHaveLength(1)
  })

  it('L11: what one person typed on a tablet is not the next one’s', () => {
    const [ada, ben] = [answeringControl(), answeringControl({ me: 'ben' })]
    ada.line.value = 'offline'
    open(ada).type(vote('a'))
    expect(open(ben).value.value).toBeUndefined()
    expect(open(answeringControl({ me: 'ben' })).value.value).toBeUndefined()
    ada.control.outbox.clear()
    expect(open(answeringControl()).value.value).toBeUndefined()
  })
})
