import { afterEach, expect, it } from 'vitest'
import { openClassroom } from '../../support/openClassroom.ts'
import { startServer } from '../../support/startServer.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

it('a class is made, somebody joins, the trainer goes to an item and starts the timer, and everybody sees it', async () => {
  const server = await startServer()
  stops.push(server.stop)
  const room = await openClassroom(server)
  stops.push(room.close)

  const ada = await room.seat('Ada')
  const hers = await ada.line.view()
  expect(hers).toMatchObject({ role: 'participant', me: { name: 'Ada', groupId: room.groupId(0) }, current: null, timer: { state: 'idle' } })
  await room.trainer.until((view) => view.members.some((member) => member.name === 'Ada' && member.presence === 'online'))

  const item = (await room.trainer.view()).agenda.find((one) => one.activity === 'potential')
  await room.does('agenda:go', { to: item?.id ?? '', from: null })
  await room.does('timer:start', {})
  const working = await ada.line.until((view) => view.timer.state === 'running')
  expect(working.current?.id).toBe(item?.id)
  expect(working.opened).toEqual(['potential'])
})
