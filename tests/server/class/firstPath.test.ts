import { expect, it } from 'vitest'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

const start = stopAfterEach()

it('a class is made, somebody joins, the trainer goes to an item and starts the timer, and everybody sees it', async () => {
  const { room } = await start.classroom()

  const ada = await room.seat('Ada')
  const hers = await ada.line.view()
  expect(hers).toMatchObject({ role: 'participant', me: { name: 'Ada', groupId: room.groupId(0) }, current: null, timer: { state: 'idle' } })
  await room.trainer.until((view) => view.members.some((member) => member.name === 'Ada' && member.presence === 'online'))

  const item = (await room.trainer.view()).agenda.find((one) => one.activity === 'potential')
  await room.does('agenda:go', { to: item?.id ?? '', from: null })
  await room.does('timer:start', {})
  const working = await ada.line.until((view) => view.timer.state === 'running')
  expect(working.current?.id).toBe(item?.id)
  expect(working.opened).toEqual(['case', 'potential']) // the case was jumped over: it stays open to whoever wants it
})
