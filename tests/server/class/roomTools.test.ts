import { expect, it } from 'vitest'
import type { ProjectorView } from '../../../shared/protocol/views.ts'
import type { Classroom } from '../../support/openClassroom.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

const start = stopAfterEach()

async function drawn(room: Classroom, of: 'person' | 'group' = 'person', instead: string | null = null): Promise<string> {
  const before = (await room.trainer.view()).draw?.id
  await room.does('draw:one', { of, instead, onProjector: true })
  const { draw } = await room.trainer.until((view) => view.draw !== null && view.draw.id !== before)
  return draw?.kind === 'group' ? draw.groupId : (draw?.name ?? '')
}

it('D1: draws everybody who is here once before anybody twice', async () => {
  const { room } = await start.classroom()
  for (const [place, name] of ['Ann', 'Ben', 'Cui', 'Dan'].entries()) await (await room.seat(name, place % 3)).line.view()
  const round = [await drawn(room), await drawn(room), await drawn(room), await drawn(room)]
  expect(round.toSorted()).toEqual(['Ann', 'Ben', 'Cui', 'Dan'])
  expect(await drawn(room)).not.toBe(round[3])
  expect((await room.trainer.until(({ rounds }) => rounds.person.number === 2)).rounds.person).toEqual({ number: 2, drawn: 1, of: 4 })
})

it('D6: another one instead: the first goes back in the pot and is not drawn at once', async () => {
  const { room } = await start.classroom()
  for (const name of ['Ann', 'Ben']) await (await room.seat(name)).line.view()
  const first = await drawn(room)
  const { draw } = await room.trainer.view()
  const second = await drawn(room, 'person', draw?.id ?? '')
  expect(second).not.toBe(first)
  expect(await drawn(room)).toBe(first)
  expect(await room.send(room.trainer, 'draw:one', { of: 'person', instead: draw?.id ?? '', onProjector: true })).toMatchObject({ ok: false, reason: 'conflict' })
})

it('D7: taken back, the draw is nowhere to be seen, and its one may be drawn again', async () => {
  const { room } = await start.classroom()
  const projector = await room.projector()
  await (await room.seat('Ann')).line.view()
  await drawn(room)
  const shown = await projector.until((view) => view.draw !== null)
  expect(shown).toMatchObject({ projector: { scene: { kind: 'pick' } }, draw: { kind: 'person', name: 'Ann', groupId: room.groupId(0) } })
  await room.does('draw:undo', { drawId: shown.draw?.id ?? '' })
  expect((await projector.until((view) => view.draw === null)).projector.scene).toEqual({ kind: 'agenda' })
  expect((await room.trainer.until(({ rounds }) => rounds.person.drawn === 0)).draw).toBeNull()
})

it('D8: groups are drawn where somebody is; the name of a draw reaches the projector only while it is shown', async () => {
  const { room } = await start.classroom()
  const projector = await room.projector()
  expect(await room.send(room.trainer, 'draw:one', { of: 'group', instead: null, onProjector: false })).toMatchObject({ ok: false, reason: 'wrong-state' })
  await (await room.seat('Ann', 2)).line.view()
  expect(await drawn(room, 'group')).toBe(room.groupId(2))
  await drawn(room)
  await projector.until((view) => view.draw?.name === 'Ann')
  await room.does('projector:show', { scene: { kind: 'agenda' } })
  expect(JSON.stringify(await projector.until((view) => view.projector.scene.kind === 'agenda'))).not.toContain('Ann')
})

it('points are given, taken and undone; everybody sees the totals, nobody but the trainer the reasons', async () => {
  const { room } = await start.classroom()
  const projector = await room.projector()
  const ann = await room.seat('Ann', 1)
  await room.does('points:give', { groupId: room.groupId(1), points: 5, reason: 'good question' })
  await room.does('points:give', { groupId: room.groupId(1), points: -2, reason: '' })
  const points = ({ groups }: Pick<ProjectorView, 'groups'>): readonly number[] => groups.map((group) => group.points)
  const seen = await projector.until((view) => points(view)[1] === 3)
  expect(seen.lastPoints).toMatchObject({ groupId: room.groupId(1), points: -2 })
  expect(JSON.stringify(seen)).not.toContain('good question')
  expect(JSON.stringify(await ann.line.until((view) => points(view)[1] === 3))).not.toContain('good question')
  const log = (await room.trainer.until((view) => view.points.length === 2)).points
  expect(log.map((entry) => entry.reason)).toEqual(['good question', ''])
  await room.does('points:undo', { entryId: log[1]?.id ?? '' })
  await projector.until((view) => points(view)[1] === 5)
  expect(await room.send(room.trainer, 'points:give', { groupId: room.groupId(1), points: 0, reason: '' })).toMatchObject({ ok: false, reason: 'bad-payload' })
})

it('eyes to the front reaches every device until it is lifted, also one that comes back, and ends with the class', async () => {
  const { room } = await start.classroom()
  const ann = await room.seat('Ann')
  await room.does('freeze:set', { on: true })
  const { frozenSince } = await ann.line.until((view) => view.frozenSince !== null)
  await room.does('freeze:set', { on: true })
  expect((await room.console().view()).frozenSince).toBe(frozenSince)
  expect((await (await room.seat('Ben')).line.view()).frozenSince).toBe(frozenSince)
  await room.does('freeze:set', { on: false })
  await ann.line.until((view) => view.frozenSince === null)
  await room.does('freeze:set', { on: true })
  await room.does('class:end', {})
  await room.does('class:reopen', {})
  expect((await room.trainer.until((view) => !view.class.ended)).frozenSince).toBeNull()
})

it('only the trainer has the room’s tools', async () => {
  const { room } = await start.classroom()
  const { line } = await room.seat('Ann')
  await line.view()
  expect(await room.send(line, 'points:give', { groupId: room.groupId(0), points: 5, reason: '' })).toMatchObject({ ok: false, reason: 'not-allowed' })
  expect(await room.send(line, 'draw:one', { of: 'person', instead: null, onProjector: true })).toMatchObject({ ok: false, reason: 'not-allowed' })
  expect(await room.send(line, 'freeze:set', { on: true })).toMatchObject({ ok: false, reason: 'not-allowed' })
  expect(await room.send(line, 'attendance:list', {})).toMatchObject({ ok: false, reason: 'not-allowed' })
})

it('the attendance list says who joined when, who is here, and who came back after lunch', async () => {
  const clock = createFakeClock()
  const { server, room } = await start.classroom({ clock })
  const morning = server.now()
  const ann = await room.seat('Ann', 1)
  const ben = await room.seat('Ben', 0)
  await Promise.all([ann.line.view(), ben.line.view()])
  const list = async () => {
    const asked = await room.send(room.trainer, 'attendance:list', {})
    if (!asked.ok) throw new Error(asked.message)
    return asked.value
  }
  expect((await list()).rows).toMatchObject([{ name: 'Ben', letter: 'A', joinedAt: morning, presence: 'online', backAfterLunch: null }, { name: 'Ann', letter: 'B' }])
  await server.advance(120_000)
  const gone = new Promise((resolve) => room.trainer.socket.on('state', (view: { members: { name: string; presence: string }[] }) => {
    if (view.members.some((member) => member.name === 'Ben' && member.presence !== 'online')) resolve(null)
  }))
  ben.line.close()
  await gone
  const { agenda } = await room.trainer.view()
  const lunch = agenda.find((item) => item.kind === 'lunch')
  const after = agenda[agenda.findIndex((item) => item.kind === 'lunch') + 1]
  await room.does('agenda:go', { to: lunch?.id ?? '', from: null })
  await server.advance(20 * 60_000)
  await room.does('agenda:go', { to: after?.id ?? '', from: lunch?.id ?? '' })
  await server.advance(60_000)
  const { rows, lunchEndedAt } = await list()
  expect(lunchEndedAt).not.toBeNull()
  expect(rows).toMatchObject([{ name: 'Ben', presence: 'offline', backAfterLunch: false }, { name: 'Ann', presence: 'online', backAfterLunch: true }])
  expect(rows[0]?.spans).toEqual([[morning, morning + 120_000]])
}, 30_000)
