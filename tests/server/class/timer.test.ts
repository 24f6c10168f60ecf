import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../support/FakeClock.ts'
import type { Classroom } from '../../support/openClassroom.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

const start = stopAfterEach()
const MINUTE_MS = 60_000

/** Goes to the first exercise and says how long it is. */
async function toExercise(room: Classroom, lockAtZero = false): Promise<{ readonly itemId: string; readonly durationMs: number }> {
  const view = await room.trainer.view()
  const item = view.agenda.find((one) => one.activity === 'potential')
  if (!item) throw new Error('the course has no exercise')
  await room.does('agenda:edit', { itemId: item.id, change: { lockAtZero } })
  await room.does('agenda:go', { to: item.id, from: view.currentId })
  return { itemId: item.id, durationMs: item.minutes * MINUTE_MS }
}

describe('the timer', () => {
  it('waits for the start when an exercise begins, and counts the minutes of the item', async () => {
    const clock = createFakeClock()
    const { room } = await start.classroom({ clock })
    const { durationMs } = await toExercise(room)
    expect((await room.trainer.view()).timer).toEqual({ state: 'idle', durationMs })
    await room.does('timer:start', {})
    const view = await room.trainer.until(({ timer }) => timer.state === 'running')
    expect(view.timer).toEqual({ state: 'running', durationMs, endsAt: clock.now() + durationMs })
    expect(view.serverNow).toBe(clock.now())
  })

  it('at lunch counts to the hour that was promised, however late lunch or the timer began, unless the trainer set it otherwise', async () => {
    const at = (hours: number, minutes: number): number => new Date(2026, 10, 23, hours, minutes).getTime()
    const clock = createFakeClock(at(9, 0))
    const { room } = await start.classroom({ clock })
    await room.does('agenda:go', { to: 'i-1', from: null })
    clock.advance(200 * MINUTE_MS)
    await room.does('agenda:go', { to: 'i-lunch', from: 'i-1' })
    expect((await room.trainer.until(({ currentId }) => currentId === 'i-lunch')).timer).toEqual({ state: 'idle', durationMs: 70 * MINUTE_MS })
    clock.advance(4 * MINUTE_MS)
    await room.does('timer:start', {})
    expect((await room.trainer.until(({ timer }) => timer.state === 'running')).timer).toMatchObject({ endsAt: at(13, 30) })
    await room.does('timer:reset', { durationMs: 75 * MINUTE_MS })
    await room.does('timer:start', {})
    expect((await room.trainer.until(({ timer }) => timer.state === 'running')).timer).toMatchObject({ endsAt: at(13, 39) })
  })

  it('at lunch that was ended too early and is started again counts to that hour, too', async () => {
    const clock = createFakeClock(new Date(2026, 10, 23, 9, 0).getTime())
    const { room } = await start.classroom({ clock })
    await room.does('agenda:go', { to: 'i-1', from: null })
    clock.advance(200 * MINUTE_MS)
    await room.does('agenda:go', { to: 'i-lunch', from: 'i-1' })
    await room.does('timer:start', {})
    await room.does('timer:end', {})
    await room.does('timer:reset', { durationMs: 90 * MINUTE_MS })
    expect((await room.trainer.until(({ timer }) => timer.state === 'idle')).timer).toEqual({ state: 'idle', durationMs: 70 * MINUTE_MS })
  })

  it('runs on into overtime at zero, decided by the server alone', async () => {
    const { server, room } = await start.classroom({ clock: createFakeClock() })
    const ada = await room.seat('Ada')
    const { durationMs } = await toExercise(room)
    await room.does('timer:start', {})
    await server.advance(durationMs)
    expect((await ada.line.until(({ timer }) => timer.state === 'overtime')).timer).toMatchObject({ durationMs })
  })

  it('at zero the lock of the item comes after a grace of ten seconds, and more time takes it back', async () => {
    const clock = createFakeClock()
    const { server, room } = await start.classroom({ clock })
    const { durationMs } = await toExercise(room, true)
    await room.does('timer:start', {})
    await server.advance(durationMs)
    const closing = await room.trainer.until(({ groups }) => groups.every(({ lock }) => lock.state === 'closing'))
    expect(closing.groups[0]?.lock).toEqual({ state: 'closing', at: clock.now() + 10_000 })
    await server.advance(10_000)
    await room.trainer.until(({ groups }) => groups.every(({ lock }) => lock.state === 'locked'))
    await room.does('timer:adjust', { byMs: 5 * MINUTE_MS })
    const more = await room.trainer.until(({ timer }) => timer.state === 'running')
    expect(more.groups.every(({ lock }) => lock.state === 'open')).toBe(true)
  })

  it('ended after zero and set to its whole time again, it takes back its lock, and no other', async () => {
    const { server, room } = await start.classroom({ clock: createFakeClock() })
    const { durationMs } = await toExercise(room, true)
    await room.does('lock:close', { groupIds: [room.groupId(2)], inMs: 0 })
    await room.does('timer:start', {})
    await server.advance(durationMs + 10_000)
    await room.trainer.until(({ groups }) => groups.every(({ lock }) => lock.state === 'locked'))
    await room.does('timer:end', {})
    await room.does('timer:reset', { durationMs })
    const again = await room.trainer.until(({ timer }) => timer.state === 'idle')
    expect(again.groups.map(({ lock }) => lock.state)).toEqual(['open', 'open', 'locked'])
  })

  it('more time leaves alone what the trainer locked before', async () => {
    const { server, room } = await start.classroom({ clock: createFakeClock() })
    const { durationMs } = await toExercise(room, true)
    await room.does('timer:start', {})
    await room.does('lock:close', { groupIds: [room.groupId(0)], inMs: 0 })
    await server.advance(durationMs + 20_000)
    await room.trainer.until(({ groups }) => groups.every(({ lock }) => lock.state === 'locked'))
    await room.does('timer:adjust', { byMs: 5 * MINUTE_MS })
    const { groups } = await room.trainer.until(({ timer }) => timer.state === 'running')
    expect(groups.map(({ lock }) => lock.state)).toEqual(['locked', 'open', 'open'])
  })

  it('more time that comes in pieces, or to a timer that stands, takes the lock back once it is enough', async () => {
    const { server, room } = await start.classroom({ clock: createFakeClock() })
    const { durationMs } = await toExercise(room, true)
    await room.does('timer:start', {})
    await server.advance(durationMs + 6 * MINUTE_MS)
    await room.does('timer:adjust', { byMs: 5 * MINUTE_MS })
    const late = await room.trainer.until(({ timer }) => timer.durationMs > durationMs)
    expect(late).toMatchObject({ timer: { state: 'overtime' }, groups: [{ lock: { state: 'locked' } }, {}, {}] })
    await room.does('timer:pause', {})
    await server.advance(MINUTE_MS)
    await room.does('timer:adjust', { byMs: 5 * MINUTE_MS })
    const more = await room.trainer.until(({ timer }) => timer.state === 'paused' && timer.remainingMs > 0)
    expect(more.groups.map(({ lock }) => lock.state)).toEqual(['open', 'open', 'open'])
  })

  it('a timer whose last minute was taken while it stood locks when it goes on, as one that ran', async () => {
    const { server, room } = await start.classroom({ clock: createFakeClock() })
    const { durationMs } = await toExercise(room, true)
    await room.does('timer:start', {})
    await server.advance(durationMs - 30_000)
    await room.does('timer:pause', {})
    await room.does('timer:adjust', { byMs: -MINUTE_MS })
    await room.does('timer:resume', {})
    const over = await room.trainer.until(({ timer }) => timer.state === 'overtime')
    expect(over.groups.map(({ lock }) => lock.state)).toEqual(['closing', 'closing', 'closing'])
  })

  it('P7.4: pause pressed twice, or by two consoles, is one pause; resume goes on from there', async () => {
    const clock = createFakeClock()
    const { server, room } = await start.classroom({ clock })
    const other = room.console()
    await other.view()
    const { durationMs } = await toExercise(room)
    await room.does('timer:start', {})
    await server.advance(30_000)
    const replies = await Promise.all([room.trainer, other, room.trainer].map((console) => room.send(console, 'timer:pause', {})))
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true])
    expect((await room.trainer.until(({ timer }) => timer.state === 'paused')).timer).toEqual({ state: 'paused', durationMs, remainingMs: durationMs - 30_000 })
    await server.advance(600_000)
    await room.does('timer:resume', {})
    expect((await room.trainer.until(({ timer }) => timer.state === 'running')).timer).toMatchObject({ endsAt: clock.now() + durationMs - 30_000 })
  })

  it('refuses what means nothing: resuming a timer that never ran', async () => {
    const { room } = await start.classroom()
    expect(await room.send(room.trainer, 'timer:resume', {})).toMatchObject({ ok: false, reason: 'wrong-state' })
  })

  it('P7.3: the laptop slept: the timer is paused as of before the sleep, and the trainer is told', async () => {
    const clock = createFakeClock()
    const { server, room } = await start.classroom({ clock })
    const { durationMs } = await toExercise(room, true)
    await room.does('timer:start', {})
    await server.advance(60_000)
    clock.jump(2 * 60 * MINUTE_MS) // the monotonic clock stood still, as on Linux
    await server.app.tick()
    const woken = await room.trainer.until(({ timer }) => timer.state === 'paused')
    expect(woken.timer).toEqual({ state: 'paused', durationMs, remainingMs: durationMs - 60_000 })
    expect(woken.groups.every(({ lock }) => lock.state === 'open')).toBe(true)
    expect(woken.warnings).toEqual([{ kind: 'laptop-slept', at: clock.now(), detail: '7200' }])
    // A minute more, perhaps pressed while it slept, does not explain why the timer stands.
    await room.does('timer:adjust', { byMs: MINUTE_MS })
    const longer = await room.trainer.until(({ timer }) => timer.state === 'paused' && timer.remainingMs === durationMs)
    expect(longer.warnings).toHaveLength(1)
    await room.does('timer:resume', {})
    expect((await room.trainer.until(({ timer }) => timer.state === 'running')).warnings).toEqual([])
  })

  it('P7.3: a command that arrives before the first tick after the sleep finds the timer paused, too', async () => {
    const clock = createFakeClock()
    const { server, room } = await start.classroom({ clock })
    const { durationMs } = await toExercise(room)
    await room.does('timer:start', {})
    await server.advance(1_000)
    clock.advance(durationMs * 2) // both clocks ran, as on Windows
    await server.app.classes.get(room.classId).change((state) => ({ ...state, trainerName: '李老师' }))
    const { timer } = await room.trainer.until((view) => view.class.trainerName === '李老师')
    expect(timer).toEqual({ state: 'paused', durationMs, remainingMs: durationMs - 1_000 })
  })

  it('P7.3: a clock that is set back does not lengthen the countdown', async () => {
    const clock = createFakeClock()
    const { server, room } = await start.classroom({ clock })
    const { durationMs } = await toExercise(room)
    await room.does('timer:start', {})
    await server.advance(10_000)
    clock.advance(1_000)
    clock.jump(-3_600_000)
    await server.app.tick()
    const { timer } = await room.trainer.until((view) => view.timer.state === 'running' && view.timer.endsAt < clock.now() + durationMs)
    expect(timer).toEqual({ state: 'running', durationMs, endsAt: clock.now() + durationMs - 11_000 })
  })

  it('P7.3: a clock that is set back does not put off a lock that has been announced', async () => {
    const clock = createFakeClock()
    const { server, room } = await start.classroom({ clock })
    await room.does('lock:close', { groupIds: null, inMs: 10_000 })
    clock.advance(1_000)
    clock.jump(-3_600_000)
    await server.app.tick()
    const [first] = (await room.trainer.until(({ serverNow }) => serverNow === clock.now())).groups
    expect(first?.lock).toEqual({ state: 'closing', at: clock.now() + 9_000 })
  })
})
