import { describe, expect, it } from 'vitest'
import { chooseCheckpoints } from '../../../server/domain/replay/chooseCheckpoints.ts'
import { INTERVAL_MS } from '../../../server/domain/checkpoint/limits.ts'
import type { KeptCheckpoint } from '../../../server/domain/checkpoint/CheckpointRepository.ts'
import { potentialFactors } from '../../../shared/scale/libraryPotential.ts'
import { relationshipFactors } from '../../../shared/scale/libraryRelationship.ts'
import type { Replay } from '../../../shared/protocol/views.ts'
import { createPace } from '../../simulator/pace.ts'
import { joinWithTablet, type Tablet } from '../../simulator/tablet.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { follow } from '../../support/follow.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { until } from '../../support/until.ts'

const start = stopAfterEach()

/** A group that has one customer on the map, and a checkpoint of it; then the customer moves. */
async function classWithPast() {
  const clock = createFakeClock()
  const { server, room } = await start.classroom({ clock })
  const ada: Tablet = await joinWithTablet({ baseUrl: server.url, code: room.code, name: 'Ada', groupId: room.groupId(0), pace: createPace(Infinity, 1) })
  start.later(() => ada.leave())
  await ada.ready()
  const [potential, relationship] = [potentialFactors[0], relationshipFactors[0]]
  if (!potential || !relationship) throw new Error('the library is empty')
  const y = await ada.borrowFactor('potential', potential, 'zh-CN')
  const x = await ada.borrowFactor('relationship', relationship, 'zh-CN')
  ada.weigh('potential', new Map([[y, 100]]))
  ada.weigh('relationship', new Map([[x, 100]]))
  const customerId = await ada.addCustomer('华东机械厂')
  ada.grade(customerId, y, { kind: 'level', level: 1 })
  ada.grade(customerId, x, { kind: 'level', level: 1 })
  const groupId = room.groupId(0)
  await until(async () => {
    await server.advance(INTERVAL_MS)
    const kept = await room.send(room.trainer, 'checkpoint:list', { groupId })
    return kept.ok && kept.value.checkpoints[0]?.counts.grades === 2
  }, 'a checkpoint with both grades')
  const keptAt = clock.now()
  await server.advance(1_000)
  ada.grade(customerId, y, { kind: 'level', level: potential.intervals.length })
  const seen = follow<{ groups: readonly { points: readonly { y: number }[] }[] }>(room.trainer, 'aggregate')
  await seen.until(({ groups }) => groups[0]?.points[0]?.y === 100)
  return { clock, server, room, ada, groupId, customerId, keptAt }
}

describe('the replay of the map', () => {
  it('begins with what the checkpoints hold and ends with now; names are for the trainer, until they are shown', async () => {
    const { room, groupId, customerId, keptAt, clock, ada } = await classWithPast()
    const projector = await room.projector()
    const [desk, screen] = [follow<Replay>(room.trainer, 'replay'), follow<Replay>(projector, 'replay')]
    const told: unknown[] = []
    ada.control.socket.on('replay', (replay: unknown) => told.push(replay))
    await room.does('projector:show', { scene: { kind: 'replay', mode: 'paused', groupId, from: 0 } })
    const named = await desk.until((replay) => replay.groupId === groupId)
    expect(named.groups).toMatchObject([{ groupId, frames: [
      { at: expect.any(Number), gone: [], points: [{ id: customerId, label: '华东机械厂', mask: 'A1', y: 0, quadrant: 'release' }] },
      { at: clock.now(), gone: [], points: [{ id: customerId, y: 100, quadrant: 'attack' }] },
    ] }])
    expect(named.groups[0]?.frames[0]?.at).toBeLessThanOrEqual(keptAt)
    const masked = await screen.until((replay) => replay.groupId === groupId)
    expect(masked.groups[0]?.frames.map(({ points }) => points[0]?.label)).toEqual(['A1', 'A1'])
    expect(JSON.stringify(screen.heard)).not.toContain('华东机械厂')
    await room.does('projector:set', { showCustomers: true })
    await screen.until(({ groups }) => groups[0]?.frames[0]?.points[0]?.label === '华东机械厂')
    expect(told).toEqual([])
  })

  it('of all groups: one film each, empty where nobody has measured', async () => {
    const { room, groupId } = await classWithPast()
    const desk = follow<Replay>(room.trainer, 'replay')
    await room.does('projector:show', { scene: { kind: 'replay', mode: 'still', groupId: null } })
    const { groups } = await desk.until((replay) => replay.groupId === null)
    expect(groups.map((group) => [group.groupId === groupId, group.frames.length])).toEqual([[true, 2], [false, 0], [false, 0]])
  })

  it('playing, pausing and stepping send no film again; who comes later gets it', async () => {
    const { room, groupId } = await classWithPast()
    const desk = follow<Replay>(room.trainer, 'replay')
    const show = (scene: { mode: 'paused'; from: number } | { mode: 'playing'; from: number; since: number }) => room.does('projector:show', { scene: { kind: 'replay', groupId, ...scene } })
    await show({ mode: 'paused', from: 0 })
    await desk.until((replay) => replay.groupId === groupId)
    await show({ mode: 'playing', from: 0, since: 0 })
    await show({ mode: 'paused', from: 1 })
    const late = follow<Replay>(await room.projector(), 'replay')
    await late.until((replay) => replay.groupId === groupId)
    expect(desk.heard).toHaveLength(1)
  })

  it('P7.1: a film that plays runs by the server\'s clock, whatever a console says', async () => {
    const { room, clock } = await classWithPast()
    await room.does('projector:show', { scene: { kind: 'replay', mode: 'playing', groupId: null, from: 3, since: 42 } })
    const { projector } = await room.trainer.until((view) => view.projector.scene.kind === 'replay')
    expect(projector.scene).toEqual({ kind: 'replay', mode: 'playing', groupId: null, from: 3, since: clock.now() })
  })

  it('a group that is not there has no replay', async () => {
    const { room } = await start.classroom()
    expect(await room.send(room.trainer, 'projector:show', { scene: { kind: 'replay', mode: 'still', groupId: 'nowhere' } })).toMatchObject({ ok: false, reason: 'not-found' })
  })

  it('is made of every exercise\'s end, and of the others as many as there is room for, in the order of time', () => {
    const kept = (at: number, reason: KeptCheckpoint['reason']): KeptCheckpoint => ({ id: `${at}`, documentId: 'd', at, reason, itemId: null, counts: { factors: 0, customers: 0, grades: 0 }, bytes: 1 })
    const newestFirst = [kept(9, 'interval'), kept(8, 'exercise-end'), kept(7, 'interval'), kept(5, 'interval'), kept(4, 'exercise-end'), kept(1, 'interval')]
    expect(chooseCheckpoints(newestFirst).map(({ at }) => at)).toEqual([1, 4, 5, 7, 8, 9])
    expect(chooseCheckpoints(newestFirst, 4).map(({ at }) => at)).toEqual([1, 4, 8, 9])
    expect(chooseCheckpoints(newestFirst, 1).map(({ at }) => at)).toEqual([4])
  })
})
