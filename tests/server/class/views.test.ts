import { expect, it } from 'vitest'
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

it('the projector follows the day only from the scenes of the day', async () => {
  const { room } = await start.classroom()
  const [first, second, third] = (await room.trainer.view()).agenda.filter((one) => one.kind === 'talk')
  await room.does('agenda:go', { to: first?.id ?? '', from: null })
  expect((await room.trainer.until((view) => view.currentId === first?.id)).projector.scene).toEqual({ kind: 'agenda' })
  await room.does('projector:show', { scene: { kind: 'map', mode: 'lit', groupId: room.groupId(1) } })
  await room.does('agenda:go', { to: second?.id ?? '', from: first?.id ?? '' })
  expect((await room.trainer.until((view) => view.currentId === second?.id)).projector.scene).toEqual({ kind: 'map', mode: 'lit', groupId: room.groupId(1) })
  await room.does('projector:show', { scene: { kind: 'timer' } })
  await room.does('agenda:go', { to: third?.id ?? '', from: second?.id ?? '' })
  expect((await room.trainer.until((view) => view.currentId === third?.id)).projector.scene).toEqual({ kind: 'agenda' })
})
