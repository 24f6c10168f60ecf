import { describe, expect, it } from 'vitest'
import { defaultCourse } from '../../../shared/course/default.ts'
import { toTemplate } from '../../../client/features/console/agenda/itemChanges.ts'
import { blankItem } from '../../../shared/course/edits.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import type { Classroom } from '../../support/openClassroom.ts'
import type { TestServer } from '../../support/startServer.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

const start = stopAfterEach()
const MINUTE_MS = 60_000

async function classDay() {
  const clock = createFakeClock()
  const { server, room } = await start.classroom({ clock })
  return { clock, server, room, pass: (minutes: number) => server.advance(minutes * MINUTE_MS) }
}
const stateOf = (server: TestServer, room: Classroom) => server.app.classes.get(room.classId).state()
const go = async (room: Classroom, to: string): Promise<void> => room.does('agenda:go', { to, from: (await room.trainer.view()).currentId })
const goAndSee = async (room: Classroom, to: string): Promise<void> => {
  await go(room, to)
  await room.trainer.until((view) => view.currentId === to)
}
const refusal = async (reply: Promise<{ readonly ok: boolean; readonly reason?: string }>): Promise<string | undefined> => (await reply).reason

describe('taking back a step through the agenda', () => {
  it('leaves everything as if it had not been: the timer runs on with its marks, the scene and the locks are back', async () => {
    const { server, room, pass } = await classDay()
    await goAndSee(room, 'i-3-2')
    await room.does('timer:start', {})
    await pass(5)
    await room.does('lock:close', { groupIds: [room.groupId(1)], inMs: 0 })
    await room.does('projector:show', { scene: { kind: 'progress' } })
    const { timer, projector, groups, day, agenda } = stateOf(server, room)
    await goAndSee(room, 'i-4-2')
    expect(stateOf(server, room)).toMatchObject({ timer: { state: 'idle' }, projector: { scene: { kind: 'agenda' } } })
    expect(stateOf(server, room).groups.every(({ lock }) => lock.state === 'open')).toBe(true)
    await pass(1)
    await room.does('agenda:back', { from: 'i-4-2', to: 'i-3-2' })
    const back = stateOf(server, room)
    expect(back).toMatchObject({ currentId: 'i-3-2', timer, projector, groups })
    expect(back.day.stays).toEqual(day.stays)
    expect(back.agenda).toEqual(agenda)
  })

  it('the first step, too: the class has not begun', async () => {
    const { server, room } = await classDay()
    await goAndSee(room, 'i-1')
    await room.does('agenda:back', { from: 'i-1', to: null })
    expect(stateOf(server, room)).toMatchObject({ currentId: null, day: { stays: [] } })
    expect(stateOf(server, room).agenda.every((item) => item.startedAt === null)).toBe(true)
  })

  it('what the trainer changed since stays, and only the last step can be taken back, once', async () => {
    const { server, room } = await classDay()
    await goAndSee(room, 'i-2-1')
    await goAndSee(room, 'i-3-2')
    await room.does('lock:close', { groupIds: [room.groupId(0)], inMs: 0 })
    await room.does('projector:show', { scene: { kind: 'timer' } })
    expect(await refusal(room.send(room.trainer, 'agenda:back', { from: 'i-2-1', to: null }))).toBe('conflict')
    expect(await refusal(room.send(room.trainer, 'agenda:back', { from: 'i-3-2', to: 'i-1' }))).toBe('wrong-state')
    await room.does('agenda:back', { from: 'i-3-2', to: 'i-2-1' })
    expect(stateOf(server, room)).toMatchObject({ projector: { scene: { kind: 'timer' } }, groups: [{ lock: { state: 'locked' } }, {}, {}] })
    expect(await refusal(room.send(room.trainer, 'agenda:back', { from: 'i-2-1', to: null }))).toBe('wrong-state')
  })

  it('P7.3: not to before the laptop slept', async () => {
    const { clock, server, room } = await classDay()
    await goAndSee(room, 'i-2-1')
    await goAndSee(room, 'i-2-2')
    clock.jump(20 * MINUTE_MS)
    await server.app.tick()
    expect(await refusal(room.send(room.trainer, 'agenda:back', { from: 'i-2-2', to: 'i-2-1' }))).toBe('wrong-state')
  })
})

describe('items on the fly', () => {
  const item = { ...blankItem('extra'), title: { 'zh-CN': '加一段', en: '' }, minutes: 7 }

  it('one more comes where it was asked for; once the class has begun it was not in the plan', async () => {
    const { server, room } = await classDay()
    await room.does('agenda:add', { item, before: 'i-2-1' })
    expect(stateOf(server, room).agenda.find(({ id }) => id === 'extra')).toMatchObject({ minutes: 7, plannedMinutes: 7 })
    await room.does('agenda:remove', { itemId: 'extra' })
    await goAndSee(room, 'i-1')
    await room.does('agenda:add', { item, before: 'i-2-1' })
    const { agenda } = stateOf(server, room)
    expect(agenda.findIndex(({ id }) => id === 'extra')).toBe(agenda.findIndex(({ id }) => id === 'i-2-1') - 1)
    expect(agenda.find(({ id }) => id === 'extra')).toMatchObject({ minutes: 7, plannedMinutes: 0, startedAt: null })
    expect(await refusal(room.send(room.trainer, 'agenda:add', { item, before: null }))).toBe('conflict')
  })

  it('one that the class was at stays; a removal is taken back whole', async () => {
    const { server, room } = await classDay()
    await goAndSee(room, 'i-1')
    await room.does('agenda:skip', { itemId: 'i-2-2', skipped: true })
    const before = stateOf(server, room).agenda
    expect(await refusal(room.send(room.trainer, 'agenda:remove', { itemId: 'i-1' }))).toBe('wrong-state')
    await room.does('agenda:remove', { itemId: 'i-2-2' })
    const removed = before.find(({ id }) => id === 'i-2-2')
    if (!removed) throw new Error('the course has no such item')
    await room.does('agenda:add', { item: toTemplate(removed), before: 'i-2-3', plannedMinutes: removed.plannedMinutes, skipped: removed.skipped })
    expect(stateOf(server, room).agenda).toEqual(before)
  })

  it('what an edit does not name stays as it is, polls and case included', async () => {
    const { server, room } = await classDay()
    const withCase = defaultCourse.items.find((one) => one.case !== null)
    const withPolls = defaultCourse.items.find((one) => one.polls.length > 0)
    for (const one of [withCase, withPolls]) {
      await room.does('agenda:edit', { itemId: one?.id ?? '', change: { minutes: 3 } })
      expect(stateOf(server, room).agenda.find(({ id }) => id === one?.id)).toMatchObject({ minutes: 3, plannedMinutes: 3, case: one?.case, polls: one?.polls })
    }
    await room.does('agenda:edit', { itemId: 'i-3-2', change: { steps: [{ title: { 'zh-CN': '想', en: 'Think' }, minutes: 33 }], cut: 4, startsAt: '10:10' } })
    expect(stateOf(server, room).agenda.find(({ id }) => id === 'i-3-2')).toMatchObject({ steps: [{ minutes: 33 }], cut: 4, startsAt: '10:10' })
  })
})

describe('planned against actual', () => {
  /** Held from `i-1` on: 15 min planned and 20 taken, 10 and 8, 12 and 12 with 3 of them paused. */
  async function hold(room: Classroom, pass: (minutes: number) => Promise<void>): Promise<void> {
    await goAndSee(room, 'i-1')
    await room.does('timer:start', {})
    await pass(20)
    await goAndSee(room, 'i-2-1')
    await pass(8)
    await goAndSee(room, 'i-2-2')
    await room.does('timer:start', {})
    await pass(4)
    await room.does('timer:pause', {})
    await pass(3)
    await room.does('timer:resume', {})
    await pass(5)
  }

  it('keeps each stay with its overtime and its pauses', async () => {
    const { server, room, pass } = await classDay()
    await hold(room, pass)
    await goAndSee(room, 'i-2-3')
    const minutes = (ms: number): number => Math.round(ms / MINUTE_MS)
    expect(stateOf(server, room).day.stays.map((stay) => [stay.itemId, stay.endedAt && minutes(stay.endedAt - stay.startedAt), minutes(stay.pausedMs), minutes(stay.overtimeMs)])).toEqual([
      ['i-1', 20, 0, 5], ['i-2-1', 8, 0, 0], ['i-2-2', 12, 3, 0], ['i-2-3', null, 0, 0],
    ])
  })

  it('the next class of the course is told how long the items took, also after the first was wiped', async () => {
    const { server, room, pass } = await classDay()
    expect((await room.trainer.view()).day.lastTime).toBeNull()
    await hold(room, pass)
    await room.does('class:end', {})
    await room.api.call('DELETE', `/api/classes/${room.classId}`)
    const classId = await room.api.createClass({ groups: 2 })
    const { day, agenda } = server.app.classes.get(classId).state()
    expect(day.lastTime?.items).toEqual([{ itemId: 'i-1', minutes: 20 }, { itemId: 'i-2-1', minutes: 8 }, { itemId: 'i-2-2', minutes: 12 }])
    expect(agenda.find(({ id }) => id === 'i-1')).toMatchObject({ minutes: 15, plannedMinutes: 15 })
    expect((await room.api.call<{ id: string }[]>('GET', '/api/classes')).map(({ id }) => id)).toEqual([classId])
  })

  it('another plan reaches only what lies ahead, all or nothing', async () => {
    const { server, room } = await classDay()
    await room.does('agenda:plan', { minutes: [{ itemId: 'i-1', minutes: 20, plannedMinutes: 20 }, { itemId: 'i-2-1', minutes: 8, plannedMinutes: 8 }] })
    expect(stateOf(server, room).agenda.filter(({ id }) => id === 'i-1' || id === 'i-2-1').map(({ plannedMinutes }) => plannedMinutes)).toEqual([20, 8])
    await goAndSee(room, 'i-1')
    const both = [{ itemId: 'i-2-1', minutes: 9, plannedMinutes: 9 }, { itemId: 'i-1', minutes: 9, plannedMinutes: 9 }]
    expect(await refusal(room.send(room.trainer, 'agenda:plan', { minutes: both }))).toBe('wrong-state')
    expect(stateOf(server, room).agenda.find(({ id }) => id === 'i-2-1')?.minutes).toBe(8)
  })

  it('remarks are the trainer\'s alone, and may be written when all is over', async () => {
    const { room } = await classDay()
    const ada = await room.seat('Ada')
    await goAndSee(room, 'i-1')
    await room.does('agenda:remark', { itemId: 'i-1', text: '下次少讲五分钟' })
    expect((await room.trainer.until((view) => view.day.remarks.length > 0)).day.remarks).toEqual([{ itemId: 'i-1', text: '下次少讲五分钟' }])
    expect(JSON.stringify(await ada.line.until((view) => view.current?.id === 'i-1'))).not.toContain('下次少讲五分钟')
    await room.does('class:end', {})
    await room.does('agenda:remark', { itemId: 'i-1', text: '' })
    expect((await room.trainer.until((view) => view.day.remarks.length === 0)).day.remarks).toEqual([])
  })

  it('a class becomes a course, with the minutes that its items took and steps that fill them', async () => {
    const { room, pass } = await classDay()
    await hold(room, pass)
    const made = await room.api.call<{ id: string }>('POST', `/api/classes/${room.classId}/course`, { title: { 'zh-CN': '按上次', en: '' }, minutes: 'took' })
    const { template } = await room.api.call<{ template: typeof defaultCourse }>('GET', `/api/courses/${made.id}`)
    const welcome = template.items.find(({ id }) => id === 'i-1')
    expect(welcome?.minutes).toBe(20)
    expect(welcome?.steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(20)
    expect(template.items.find(({ id }) => id === 'i-2-1')).toMatchObject({ minutes: 8, floor: 8 })
    expect(template.items.find(({ id }) => id === 'i-9')?.minutes).toBe(30)
    expect(Object.keys(template.items[0] ?? {})).not.toContain('startedAt')
  })
})
