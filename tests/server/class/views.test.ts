import { expect, it } from 'vitest'
import { createFakeClock } from '../../support/FakeClock.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

const start = stopAfterEach()

it('P5.10: a participant sees the own group, counts of the others, and nothing of the trainer', async () => {
  const { room } = await start.classroom()
  const ada = await room.seat('Ada', 0)
  await room.seat('Ben', 0)
  await room.seat('Eve', 1)
  const item = (await room.trainer.view()).agenda.find((one) => one.notes['zh-CN'] !== '')
  await room.does('agenda:go', { to: item?.id ?? '', from: null })
  await room.does('message:send', { to: { kind: 'group', groupId: room.groupId(1) }, text: '只给第二组' })
  await room.does('message:send', { to: { kind: 'class' }, text: '给大家' })
  const view = await ada.line.until((one) => one.messages.length > 0 && one.groups[1]?.members === 1 && one.groups[1].online === 1 && one.members.length === 2)
  expect(view.members.map(({ name }) => name)).toEqual(['Ada', 'Ben'])
  expect(view.groups[1]).toMatchObject({ members: 1, online: 1 })
  expect(view.messages.map(({ text }) => text)).toEqual(['给大家'])
  const sent = JSON.stringify(view)
  expect(sent).not.toContain('Eve')
  expect(sent).not.toContain(item?.notes['zh-CN'].slice(0, 10))
  expect(view).not.toHaveProperty('agenda')
  expect(view).not.toHaveProperty('addresses')
})

it('P5.4: the projector shows no names before the trainer agrees, and never the notes', async () => {
  const { room } = await start.classroom()
  await room.seat('Ada')
  const projector = await room.projector()
  const hidden = await projector.until(({ members }) => members.length === 1)
  expect(hidden.members[0]?.name).toBe('')
  await room.does('projector:set', { showPeople: true })
  const shown = await projector.until((view) => view.projector.showPeople)
  expect(shown.members[0]?.name).toBe('Ada')
  expect(JSON.stringify(shown)).not.toContain('"notes"')
})

it('the trainer learns how many projectors look on', async () => {
  const { room } = await start.classroom()
  const projector = await room.projector()
  await room.trainer.until((view) => view.projectorsOnline === 1)
  projector.close()
  await room.trainer.until((view) => view.projectorsOnline === 0)
})

it('each item opens with its brief on the projector; only what is shared keeps the map that is up already', async () => {
  const { room } = await start.classroom()
  const { agenda } = await room.trainer.view()
  const talk = agenda.find((one) => one.kind === 'talk')
  const share = agenda.find((one) => one.kind === 'share')
  const go = async (to: string | undefined, from: string | null | undefined) => {
    await room.does('agenda:go', { to: to ?? '', from: from ?? null })
    return (await room.trainer.until((view) => view.currentId === to)).projector.scene
  }
  const map = { kind: 'map', mode: 'lit', groupId: room.groupId(1) } as const
  expect(await go(talk?.id, null)).toEqual({ kind: 'agenda' })
  await room.does('projector:show', { scene: map })
  expect(await go(share?.id, talk?.id)).toEqual(map)
  expect(await go(talk?.id, share?.id)).toEqual({ kind: 'agenda' })
  await room.does('projector:show', { scene: { kind: 'blank' } })
  expect(await go(share?.id, talk?.id)).toEqual({ kind: 'agenda' })
  expect(await go(agenda[0]?.id, share?.id)).toEqual({ kind: 'lobby' })
})

it('at lunch devices and projector are told when the class goes on, by its own schedule, and at work nothing', async () => {
  const noon = new Date(2026, 10, 23, 12, 0).getTime()
  const { room } = await start.classroom({ clock: createFakeClock(noon) })
  const projector = await room.projector()
  const ann = await room.seat('Ann')
  expect((await projector.view()).resumesAt).toBeNull()
  await room.does('agenda:go', { to: 'i-lunch', from: null })
  for (const line of [projector, ann.line]) expect((await line.until(({ current }) => current?.id === 'i-lunch')).resumesAt).toBe(new Date(2026, 10, 23, 13, 30).getTime())
})
