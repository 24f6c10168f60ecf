import { describe, expect, it } from 'vitest'
import type { AnswersView } from '../../../shared/answers/topics.ts'
import type { Pointer } from '../../../shared/sharing/model.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { until } from '../../support/until.ts'

const start = stopAfterEach()

async function openSharing() {
  const { server, room } = await start.classroom()
  const [ada, ben, eve] = [await room.seat('Ada', 0), await room.seat('Ben', 1), await room.seat('Eve', 0)]
  const [a, b, c] = [room.groupId(0), room.groupId(1), room.groupId(2)] as const
  await room.does('share:begin', {})
  return { server, room, ada, ben, eve, a, b, c }
}
const reasonOf = (reply: { readonly ok: boolean; readonly reason?: string }): string => (reply.ok ? 'ok' : (reply.reason ?? ''))

describe('group sharing', () => {
  it('SH1: a group comes onto the stage, its time begins, and the one before has presented', async () => {
    const { room, a, b, c } = await openSharing()
    await room.does('share:slot', { slotMs: 120_000 })
    await room.does('share:present', { groupId: b })
    const first = await room.trainer.until(({ sharing }) => sharing?.presenterId === b)
    expect(first).toMatchObject({ timer: { state: 'running', durationMs: 120_000 }, projector: { scene: { kind: 'stage' } }, sharing: { order: [a, b, c], presentedIds: [] } })
    await room.does('share:present', { groupId: a })
    const second = await room.trainer.until(({ sharing }) => sharing?.presenterId === a)
    expect(second.sharing?.presentedIds).toEqual([b])
    await room.does('share:present', { groupId: null })
    const empty = await room.trainer.until(({ sharing }) => sharing?.presenterId === null)
    expect(empty).toMatchObject({ timer: { state: 'idle', durationMs: 120_000 }, sharing: { presentedIds: [b, a] } })
  })

  it('SH8: its item has a step for each group, on every face and also when a group comes or goes', async () => {
    const { room, ada } = await openSharing()
    const projector = await room.projector()
    await room.does('agenda:go', { to: 'i-9', from: null })
    const here = await ada.line.until(({ current }) => current?.id === 'i-9')
    expect(here.current?.steps.map(({ title, minutes }) => [title['zh-CN'], minutes])).toEqual([['第 1 个小组', 10], ['第 2 个小组', 10], ['第 3 个小组', 10]])
    expect((await projector.until(({ current }) => current?.id === 'i-9')).current?.steps).toEqual(here.current?.steps)
    await room.does('group:add', {})
    const { agenda } = await room.trainer.until(({ groups }) => groups.length === 4)
    expect(agenda.find(({ id }) => id === 'i-9')?.steps).toHaveLength(4)
  })

  it('SH7: the next item of the agenda ends it for the group on the stage; taking the step back brings it there again', async () => {
    const { room, a, b } = await openSharing()
    const { agenda, currentId } = await room.trainer.view()
    const next = agenda.find(({ id, activity }) => id !== currentId && activity === null)?.id ?? ''
    await room.does('share:present', { groupId: a })
    await room.does('share:present', { groupId: b })
    await room.does('agenda:go', { to: next, from: currentId })
    const gone = await room.trainer.until((view) => view.currentId === next)
    expect(gone.sharing).toMatchObject({ presenterId: null, presentedIds: [a, b] })
    await room.does('agenda:back', { from: next, to: currentId })
    const back = await room.trainer.until((view) => view.currentId === currentId)
    expect(back).toMatchObject({ sharing: { presenterId: b, presentedIds: [a] }, timer: { state: 'running' } })
  })

  it('SH9: a step to it that was a slip is taken back whole: scene and time of before, and nobody has presented', async () => {
    const { server, room } = await start.classroom()
    await room.does('agenda:go', { to: 'i-3-2', from: null })
    await room.does('timer:start', {})
    await room.does('projector:show', { scene: { kind: 'progress' } })
    const { timer, projector } = server.app.classes.get(room.classId).state()
    await room.does('agenda:go', { to: 'i-9', from: 'i-3-2' })
    expect((await room.trainer.until(({ currentId }) => currentId === 'i-9')).projector.scene).toEqual({ kind: 'stage' })
    await room.does('share:present', { groupId: room.groupId(0) })
    await room.does('agenda:back', { from: 'i-9', to: 'i-3-2' })
    expect(server.app.classes.get(room.classId).state()).toMatchObject({ currentId: 'i-3-2', timer, projector, sharing: { presenterId: null, presentedIds: [] } })
  })

  it('SH10: a group that is merged into another while it presents leaves the stage', async () => {
    const { server, room, a, b } = await openSharing()
    await room.does('share:present', { groupId: a })
    await room.does('group:merge', { groupId: a, into: b })
    expect(server.app.classes.get(room.classId).state().sharing?.presenterId).toBeNull()
    await room.does('group:restore', { groupId: a })
    expect((await room.trainer.until(({ groups }) => groups.length === 3)).sharing).toMatchObject({ presenterId: null })
  })

  it('SH11: the finger is off the projector when its device is gone, or another group comes onto the stage', async () => {
    const { room, ada, eve, a, b } = await openSharing()
    const projector = await room.projector()
    const seen: (Pointer | null)[] = []
    projector.socket.on('pointer', (pointer: Pointer | null) => seen.push(pointer))
    const point = async ({ line }: typeof ada): Promise<void> => {
      await room.does('share:present', { groupId: a })
      await room.send(line, 'share:take', {})
      // A place on the way may be left out on a busy line.
      await expect.poll(() => line.socket.emit('point', { x: 40, y: 60 }) && seen.at(-1), { interval: 100, timeout: 5_000 }).toEqual({ x: 40, y: 60 })
    }
    await point(ada)
    await room.does('share:present', { groupId: b })
    await until(() => seen.at(-1) === null, 'another group')
    await point(eve)
    eve.line.close()
    await until(() => seen.at(-1) === null, 'no device')
  })

  it('SH2: drawing and ordering move only groups that wait', async () => {
    const { room, a, b, c } = await openSharing()
    await room.does('share:present', { groupId: b })
    await room.does('share:draw', {})
    const drawn = await room.trainer.until(({ sharing }) => sharing?.order[0] === b)
    expect([...(drawn.sharing?.order ?? [])].sort()).toEqual([a, b, c].sort())
    await room.does('share:order', { order: [c, b, a] })
    await room.trainer.until(({ sharing }) => sharing?.order[0] === c)
    for (const order of [[a, b], [a, a, b], [a, b, 'other']]) expect(reasonOf(await room.send(room.trainer, 'share:order', { order }))).toBe('conflict')
  })

  it('SH3: any device of the group on the stage drives the projector, no other one does, and the trainer can take over', async () => {
    const { room, ada, ben, eve, a } = await openSharing()
    const show = (line: (typeof ada)['line'] | typeof room.trainer) => room.send(line, 'share:show', { artifact: { kind: 'potential' } })
    expect(reasonOf(await show(ada.line))).toBe('not-allowed')
    await room.does('share:present', { groupId: a })
    expect(reasonOf(await show(ada.line))).toBe('ok')
    expect((await room.trainer.until(({ sharing }) => sharing?.driverId !== null)).sharing).toMatchObject({ driverId: ada.admission.participantId, artifact: { kind: 'potential' } })
    expect(reasonOf(await show(ben.line))).toBe('not-allowed')
    expect(reasonOf(await room.send(eve.line, 'share:take', {}))).toBe('ok')
    await room.trainer.until(({ sharing }) => sharing?.driverId === eve.admission.participantId)
    await room.does('share:take', {})
    await room.trainer.until(({ sharing }) => sharing?.driverId === null)
  })

  it('SH4: the driver’s finger is seen on the projector, nobody else’s is', async () => {
    const { room, ada, ben, a } = await openSharing()
    await room.does('share:present', { groupId: a })
    await room.send(ada.line, 'share:take', {})
    const projector = await room.projector()
    await projector.until(({ sharing }) => sharing?.driverId === ada.admission.participantId)
    const seen: (Pointer | null)[] = []
    projector.socket.on('pointer', (pointer: Pointer | null) => seen.push(pointer))
    ben.line.socket.emit('point', { x: 1, y: 1 })
    ada.line.socket.emit('point', { x: 101, y: 1 })
    // A place on the way may be left out on a busy line.
    await expect.poll(() => ada.line.socket.emit('point', { x: 40, y: 60 }) && seen.at(-1), { interval: 100, timeout: 5_000 }).toEqual({ x: 40, y: 60 })
    ada.line.socket.emit('point', null)
    await until(() => seen.at(-1) === null)
    expect(new Set(seen.map((pointer) => JSON.stringify(pointer)))).toEqual(new Set(['{"x":40,"y":60}', 'null']))
  })

  it('SH5: the others score, the own group does not; scores have no names, and the room sees them when the trainer shows them', async () => {
    const { room, ada, ben, a, b } = await openSharing()
    const score = { points: { evidence: 5, action: 2 }, comment: '怎么知道他们明年会买？' }
    const give = (line: (typeof ada)['line'], groupId: string, value: object) => room.send(line, 'answer:give', { topic: `score:${groupId}`, value: value as never })
    expect(reasonOf(await give(ben.line, a, score))).toBe('wrong-state')
    await room.does('share:present', { groupId: a })
    expect(reasonOf(await give(ada.line, a, score))).toBe('not-allowed')
    expect(reasonOf(await give(ben.line, a, { ...score, points: { evidence: 6 } }))).toBe('bad-payload')
    expect(reasonOf(await give(ben.line, a, { ...score, points: { charm: 5 } }))).toBe('conflict')
    const told = new Map<string, AnswersView>()
    for (const [who, line] of [['trainer', room.trainer], ['ada', ada.line], ['ben', ben.line]] as const) line.socket.on('answers', (view: AnswersView) => told.set(who, view))
    expect(reasonOf(await give(ben.line, a, score))).toBe('ok')
    const ofTrainer = await until(() => told.get('trainer')?.results.score?.[a]?.people === 1 && told.get('trainer')?.results.score?.[a])
    expect(ofTrainer).toMatchObject({ overall: 3.5, comments: [score.comment], criteria: [{ criterionId: 'evidence', mean: 5, spread: [0, 0, 0, 0, 1] }, { mean: null }, { mean: 2 }] })
    expect(JSON.stringify(ofTrainer)).not.toContain(ben.admission.participantId)
    expect(told.get('ada')?.results.score).toBeUndefined()
    await room.does('share:scores', { groupId: a, shown: true })
    const ofAda = await until(() => told.get('ada')?.results.score?.[a])
    expect(ofAda?.comments).toEqual([score.comment])
    expect(told.get('ben')?.results.score?.[a]?.comments).toEqual([])
    expect(told.get('ben')?.results.score?.[b]).toBeUndefined()
  })

  it('SH6: it goes on after a restart, and a group that is gone presents no more', async () => {
    const { server, room, a, b, c } = await openSharing()
    await room.does('share:present', { groupId: b })
    await room.does('group:remove', { groupId: c })
    await room.does('share:present', { groupId: a })
    const state = server.app.classes.get(room.classId).state()
    expect(state.sharing).toMatchObject({ order: [a, b], presenterId: a, presentedIds: [b] })
  })
})
