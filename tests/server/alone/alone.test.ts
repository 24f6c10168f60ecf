import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AloneExercise } from '../../../shared/alone/model.ts'
import type { AnswersView } from '../../../shared/answers/topics.ts'
import type { CommandName, CommandPayload } from '../../../shared/protocol/commands.ts'
import { joinWithTablet } from '../../simulator/tablet.ts'
import { createPace } from '../../simulator/pace.ts'
import type { Classroom, Seated } from '../../support/openClassroom.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { until } from '../../support/until.ts'

const start = stopAfterEach()
type Line = Pick<Seated['line'], 'socket'>

/** Everything that a line is ever told, in every event. */
function overhear({ socket }: { readonly socket: { onAny(hear: (...heard: unknown[]) => void): unknown } }): () => string {
  const heard: string[] = []
  socket.onAny((...event: unknown[]) => heard.push(JSON.stringify(event)))
  return () => heard.join('\n')
}
function follow({ socket }: { readonly socket: { on(event: 'answers', hear: (view: AnswersView) => void): unknown } }): () => AnswersView | undefined {
  let seen: AnswersView | undefined
  socket.on('answers', (view) => { seen = view })
  return () => seen
}
async function reason<N extends CommandName>(room: Classroom, line: Line, name: N, payload: CommandPayload<N>): Promise<string> {
  const reply = await room.send(line, name, payload)
  return reply.ok ? 'ok' : reply.reason
}
const give = (room: Classroom, line: Line, topic: string, value: object): Promise<string> => reason(room, line, 'answer:give', { topic, value: JSON.parse(JSON.stringify(value)) })
const open = (exercise: AloneExercise, groupId: string) => ({ exercise, groupIds: [groupId], customerIds: [], graderIds: null })
const show = (exercise: AloneExercise, groupId: string, number = 1) => ({ exercise, rounds: [{ groupId, number }] })

async function openRoom() {
  const { server, room } = await start.classroom()
  const [ada, ben, eve] = [await room.seat('Ada', 0), await room.seat('Ben', 0), await room.seat('Eve', 1)]
  return { server, room, ada, ben, eve, a: room.groupId(0), b: room.groupId(1) }
}

describe('alone, then together', () => {
  it('AL1: before it is shown nobody else hears a figure, by no event and no document: not the group, not the trainer, not the room', async () => {
    const { server, room, ada, ben, eve, a } = await openRoom()
    const tablet = await joinWithTablet({ baseUrl: server.url, code: room.code, name: 'Tab', groupId: a, pace: createPace(Infinity, 1) })
    await tablet.ready()
    const projector = await room.projector()
    const second = room.console()
    const others = [ben.line, eve.line, room.trainer, second, projector, tablet.control].map(overhear)
    await room.does('projector:show', { scene: { kind: 'alone', groupId: a, exercise: 'weights-potential' } })
    await room.does('group:watch', { groupId: a })
    for (const exercise of ['ideas-potential', 'weights-potential', 'grades'] as const) expect(await reason(room, ben.line, 'alone:open', open(exercise, a))).toBe('ok')
    expect(await give(room, ada.line, `ideas:${a}/ideas-potential/1`, { lines: ['只有我想到的'], done: true })).toBe('ok')
    expect(await give(room, ada.line, `weights:${a}/weights-potential/1`, { weights: { f1: 37.125, f2: 62.875 }, done: true })).toBe('ok')
    expect(await give(room, ada.line, `grades:${a}/grades/1`, { grades: { lonely1: { f1: 5 } }, done: true })).toBe('ok')
    const [bens, trainers] = [follow(ben.line), follow(room.trainer)]
    const adasId = ada.admission.participantId
    // A hand-made client of the same group asks whatever there is to ask.
    expect(await reason(room, ben.line, 'group:watch', { groupId: a })).toBe('not-allowed')
    expect(await reason(room, ben.line, 'checkpoint:list', { groupId: a })).toBe('not-allowed')
    expect(await reason(room, ben.line, 'projector:show', { scene: { kind: 'alone', groupId: a, exercise: 'weights-potential' } })).toBe('not-allowed')
    // Not before one is done oneself: who only wants to read may not show it.
    expect(await reason(room, ben.line, 'alone:show', show('weights-potential', a))).toBe('wrong-state')
    // The last word of the server to everybody, so that all that could be told has been.
    await give(room, ben.line, `weights:${a}/weights-potential/1`, { weights: { f1: 50 }, done: false })
    await until(() => bens()?.mine[`weights:${a}/weights-potential/1`] !== undefined)
    await until(() => trainers()?.results.grades?.[`${a}/grades/1`]?.entered === 1)
    expect(bens()?.results.weights?.[`${a}/weights-potential/1`]).toEqual({ entered: 1, enteredIds: [adasId], asked: 3, shown: null })
    expect(trainers()?.results.ideas?.[`${a}/ideas-potential/1`]).toEqual({ entered: 1, enteredIds: [adasId], asked: 3, shown: null })
    expect(trainers()?.stage?.weights?.[`${a}/weights-potential/1`]).toEqual({ entered: 1, enteredIds: [], asked: 3, shown: null })
    for (const heard of others) for (const secret of ['只有我想到的', '37.125', '62.875', 'lonely1']) expect(heard()).not.toContain(secret)
    expect(JSON.stringify(tablet.doc.toJSON())).not.toContain('37.125')
    tablet.leave()
  })

  it('AL2: shown, the members of the group read figures without names, the trainer too, and nobody else', async () => {
    const { room, ada, ben, eve, a } = await openRoom()
    const [bens, eves, trainers] = [follow(ben.line), follow(eve.line), follow(room.trainer)]
    const eveHears = overhear(eve.line)
    await room.does('alone:open', open('weights-potential', a))
    const topic = `weights:${a}/weights-potential/1`
    await give(room, ada.line, topic, { weights: { f1: 60, f2: 40 }, done: true })
    await give(room, ben.line, topic, { weights: { f1: 25.5, f2: 74.5 }, done: true })
    expect(await reason(room, eve.line, 'alone:show', show('weights-potential', a))).toBe('not-allowed')
    expect(await reason(room, ben.line, 'alone:show', show('weights-potential', a))).toBe('ok')
    await until(() => bens()?.results.weights?.[`${a}/weights-potential/1`]?.shown)
    expect(bens()?.results.weights?.[`${a}/weights-potential/1`]?.shown).toEqual({ f1: [25.5, 60], f2: [40, 74.5] })
    await until(() => trainers()?.results.weights?.[`${a}/weights-potential/1`]?.shown)
    // The room sees it where the trainer shows it, and not before.
    const projector = await room.projector()
    const stage = follow(projector)
    await until(() => stage() !== undefined)
    expect(stage()?.results.weights).toBeUndefined()
    await room.does('projector:show', { scene: { kind: 'alone', groupId: a, exercise: 'weights-potential' } })
    await until(() => stage()?.results.weights?.[`${a}/weights-potential/1`]?.shown)
    expect(stage()?.results.weights?.[`${a}/weights-potential/1`]?.enteredIds).toEqual([])
    expect(eveHears()).not.toContain('25.5')
    expect(eves()?.results.weights).toBeUndefined()
  })

  it('AL3: showing closes the round: a late entry is refused, also to take it back; a new round begins empty and leaves the old one on the disk', async () => {
    const { server, room, ada, ben, a } = await openRoom()
    const topic = (number: number): string => `ideas:${a}/ideas-potential/${number}`
    await room.does('alone:open', open('ideas-potential', a))
    await give(room, ada.line, topic(1), { lines: ['年采购额'], done: true })
    await room.does('alone:show', show('ideas-potential', a))
    expect(await give(room, ben.line, topic(1), { lines: ['太晚了'], done: true })).toBe('wrong-state')
    expect(await reason(room, ada.line, 'answer:give', { topic: topic(1), value: null })).toBe('wrong-state')
    expect(await reason(room, ben.line, 'alone:open', open('ideas-potential', a))).toBe('ok')
    expect(await give(room, ben.line, topic(1), { lines: ['太晚了'], done: true })).toBe('not-found')
    expect(await give(room, ben.line, topic(2), { lines: ['太晚了'], done: true })).toBe('ok')
    // Whoever still looks at the first round can't show the second.
    expect(await reason(room, ada.line, 'alone:show', show('ideas-potential', a, 1))).toBe('conflict')
    const state = server.app.classes.get(room.classId).state()
    expect(server.app.answers.results(state, { role: 'participant', groupId: a }).ideas).toEqual({ [`${a}/ideas-potential/2`]: { entered: 1, enteredIds: [ben.admission.participantId], asked: 2, shown: null } })
    expect(server.app.answers.mine(room.classId, ada.admission.participantId)).toEqual({ [topic(1)]: { lines: ['年采购额'], done: true } })
  })

  it('AL4: two members who press at once begin one round; what is shown stays shown, and an open one can end unread', async () => {
    const { room, ada, ben, eve, a, b } = await openRoom()
    await Promise.all([room.send(ada.line, 'alone:open', open('grades', a)), room.send(ben.line, 'alone:open', open('grades', a))])
    const view = await ada.line.until(({ alone }) => alone.length === 1)
    expect(view.alone[0]).toMatchObject({ groupId: a, exercise: 'grades', number: 1, state: 'open' })
    expect((await eve.line.view()).alone).toEqual([])
    expect(await reason(room, eve.line, 'alone:open', open('grades', a))).toBe('not-allowed')
    expect(await reason(room, eve.line, 'alone:open', { ...open('grades', b), groupIds: null })).toBe('not-allowed')
    expect(await reason(room, ada.line, 'alone:drop', show('grades', a))).toBe('ok')
    await ada.line.until(({ alone }) => alone[0]?.state === 'dropped')
    expect(await reason(room, room.trainer, 'alone:show', show('grades', a))).toBe('wrong-state')
    await room.does('alone:open', { ...open('grades', a), groupIds: null })
    await room.does('alone:show', show('grades', a, 2))
    await room.does('alone:drop', show('grades', a, 2))
    expect((await room.trainer.until(({ alone }) => alone.some(({ state }) => state === 'shown'))).alone.find(({ groupId }) => groupId === a)).toMatchObject({ number: 2, state: 'shown' })
  })

  it('AL5: who is moved takes their figures out of the group and brings them back; the new group hears nothing of them', async () => {
    const { server, room, ada, ben, eve, a, b } = await openRoom()
    const topic = `weights:${a}/weights-potential/1`
    const eveHears = overhear(eve.line)
    await room.does('alone:open', { ...open('weights-potential', a), groupIds: null })
    await give(room, ada.line, topic, { weights: { f1: 61.5 }, done: true })
    await give(room, ben.line, topic, { weights: { f1: 20 }, done: true })
    await room.does('participant:move', { participantId: ada.admission.participantId, groupId: b })
    expect(await give(room, ada.line, topic, { weights: { f1: 1 }, done: true })).toBe('not-allowed')
    await room.does('alone:show', { exercise: 'weights-potential', rounds: [{ groupId: a, number: 1 }, { groupId: b, number: 1 }] })
    const shownIn = (groupId: string) => server.app.answers.results(server.app.classes.get(room.classId).state(), { role: 'participant', groupId }).weights
    expect(shownIn(a)).toEqual({ [`${a}/weights-potential/1`]: { entered: 1, enteredIds: [ben.admission.participantId], asked: 1, shown: { f1: [20] } } })
    expect(shownIn(b)).toEqual({ [`${b}/weights-potential/1`]: { entered: 0, enteredIds: [], asked: 2, shown: {} } })
    await room.does('participant:move', { participantId: ada.admission.participantId, groupId: a })
    expect(shownIn(a)?.[`${a}/weights-potential/1`]?.shown).toEqual({ f1: [20, 61.5] })
    expect(eveHears()).not.toContain('61.5')
  })

  it('AL6: only those who are asked enter; what fits no round is refused', async () => {
    const { room, ada, ben, a, b } = await openRoom()
    const tom = await room.seat('Tom', 0)
    const ids = [ada, ben].map(({ admission }) => admission.participantId)
    expect(await reason(room, ada.line, 'alone:open', { ...open('grades', a), graderIds: [...ids, 'nobody'] })).toBe('conflict')
    await room.does('alone:open', { ...open('grades', a), graderIds: ids, customerIds: ['c1', 'c2'] })
    const topic = `grades:${a}/grades/1`
    const value = { grades: { c1: { f1: 3, f2: 0 } }, done: true }
    expect(await give(room, tom.line, topic, value)).toBe('not-allowed')
    expect(await give(room, ada.line, topic, value)).toBe('ok')
    expect(await give(room, ada.line, topic, { grades: { c1: { f1: 6 } }, done: true })).toBe('bad-payload')
    expect(await give(room, ada.line, topic, { grades: { C: { f1: 3 } }, done: true })).toBe('bad-payload')
    expect(await give(room, ada.line, `grades:${b}/grades/1`, value)).toBe('not-found')
    expect(await give(room, ada.line, `weights:${a}/grades/1`, { weights: {}, done: true })).toBe('not-found')
  })

  it('AL7: an item of the agenda opens what each does alone first, once; taking the step back takes it back', async () => {
    const { room, ada, a } = await openRoom()
    const { agenda } = await room.trainer.view()
    const item = agenda.find(({ activity }) => activity === 'potential')
    if (!item) throw new Error('the course has no scale')
    await room.does('agenda:go', { to: item.id, from: null })
    const opened = await ada.line.until(({ alone }) => alone.length > 0)
    expect(opened.alone).toMatchObject([{ exercise: 'ideas-potential', state: 'open', number: 1 }])
    await give(room, ada.line, `ideas:${a}/ideas-potential/1`, { lines: ['年采购额'], done: true })
    await room.does('agenda:back', { from: item.id, to: null })
    await ada.line.until(({ alone }) => alone.length === 0)
    await room.does('agenda:go', { to: item.id, from: null })
    await ada.line.until(({ alone }) => alone.length === 1)
    const mine = follow(ada.line)
    await room.does('alone:show', show('ideas-potential', a))
    await until(() => mine()?.results.ideas?.[`${a}/ideas-potential/1`]?.shown)
    expect(mine()?.results.ideas?.[`${a}/ideas-potential/1`]?.shown).toEqual([{ text: '年采购额', people: 1 }])
  })

  it('AL9: an idea that is still being typed is kept for its writer alone, and counts when the round is shown', async () => {
    const { room, ada, ben, a } = await openRoom()
    const [adas, bens] = [follow(ada.line), follow(ben.line)]
    const others = [ben.line, room.trainer].map(overhear)
    const topic = `ideas:${a}/ideas-potential/1`
    await room.does('alone:open', open('ideas-potential', a))
    expect(await give(room, ada.line, topic, { lines: ['只有她想到的'], done: false, typed: '扩产' })).toBe('ok')
    await give(room, ben.line, topic, { lines: ['扩产'], done: true, typed: ' ' })
    await until(() => adas()?.mine[topic] !== undefined && bens()?.mine[topic] !== undefined)
    expect(adas()?.mine[topic]).toEqual({ lines: ['只有她想到的'], done: false, typed: '扩产' })
    for (const heard of others) expect(heard()).not.toContain('只有她想到的')
    await room.does('alone:show', show('ideas-potential', a))
    await until(() => bens()?.results.ideas?.[`${a}/ideas-potential/1`]?.shown)
    expect(bens()?.results.ideas?.[`${a}/ideas-potential/1`]?.shown).toEqual([{ text: '扩产', people: 2 }, { text: '只有她想到的', people: 1 }])
  })

  it('AL8: it is there after a restart, the round and what was entered', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'ketu-alone-')), 'ketu.db')
    const { server, room } = await start.classroom({ file })
    const ada = await room.seat('Ada')
    const a = room.groupId(0)
    await room.does('alone:open', open('weights-potential', a))
    await give(room, ada.line, `weights:${a}/weights-potential/1`, { weights: { f1: 40 }, done: false })
    room.close()
    await server.stop()
    const again = await start.server({ file })
    const state = again.app.classes.get(room.classId).state()
    expect(Object.values(state.alone)).toMatchObject([{ groupId: a, exercise: 'weights-potential', state: 'open' }])
    expect(again.app.answers.mine(room.classId, ada.admission.participantId)).toEqual({ [`weights:${a}/weights-potential/1`]: { weights: { f1: 40 }, done: false } })
  })
})
