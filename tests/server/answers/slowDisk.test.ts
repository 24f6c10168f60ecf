import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Storage } from '../../../server/domain/Storage.ts'
import { addCustomers } from '../../../shared/customer/document.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { until } from '../../support/until.ts'

const start = stopAfterEach()
const TOPIC = 'commitment:day'

/** A disk that takes answers only once it is let go. */
function slowDisk() {
  let letGo: () => void = () => undefined
  const gate = new Promise<void>((resolve) => { letGo = resolve })
  let waiting = 0
  start.later(() => letGo())
  return {
    letGo: () => letGo(),
    waiting: () => waiting,
    wrapStorage: (storage: Storage): Storage => ({ ...storage, answers: { ...storage.answers, put: async (answer) => {
      waiting += 1
      await gate
      return storage.answers.put(answer)
    } } }),
  }
}
const promise = (text: string) => ({ text, date: null })

it('A7: nobody waits for what others say to be on a slow disk, least of all the trainer; one person’s words keep their order', async () => {
  const disk = slowDisk()
  const { server, room } = await start.classroom({ wrapStorage: disk.wrapStorage })
  const [ada, ben] = [await room.seat('Ada'), await room.seat('Ben')]
  const given = [
    room.send(ada.line, 'answer:give', { topic: TOPIC, value: promise('一') }), room.send(ben.line, 'answer:give', { topic: TOPIC, value: promise('二') }),
    room.send(ada.line, 'answer:give', { topic: TOPIC, value: promise('三') }),
  ]
  await until(() => disk.waiting() === 2, 'two people at once')
  await room.does('timer:start', {})
  disk.letGo()
  expect(await Promise.all(given)).toEqual([1, 2, 3].map(() => ({ ok: true, value: null })))
  const said = server.app.answers.all(room.classId).map(({ participantId, value }) => [participantId, value])
  expect(Object.fromEntries(said)).toEqual({ [ada.admission.participantId]: promise('三'), [ben.admission.participantId]: promise('二') })
})

it('A7: who shows a round in the same breath as the own entry is done has entered', async () => {
  const { room } = await start.classroom()
  const ada = await room.seat('Ada')
  await room.does('alone:open', { exercise: 'ideas-potential', groupIds: [room.groupId(0)], customerIds: [], graderIds: null })
  const key = `ideas:${room.groupId(0)}/ideas-potential/1`
  const [entered, shown] = await Promise.all([
    room.send(ada.line, 'answer:give', { topic: key, value: { lines: ['账期'], done: true } }),
    room.send(ada.line, 'alone:show', { exercise: 'ideas-potential', rounds: [{ groupId: room.groupId(0), number: 1 }] }),
  ])
  expect([entered.ok, shown.ok]).toEqual([true, true])
})

it('P5.14: what is still being said when the names are taken out says none afterwards', async () => {
  const disk = slowDisk()
  const { server, room } = await start.classroom({ wrapStorage: disk.wrapStorage })
  await server.app.rooms.edit(room.groupId(0), (doc) => addCustomers(doc, [], [{ id: 'n1', name: '远东电缆' }], new LocalOrigin('p1')))
  const ada = await room.seat('Ada')
  const given = room.send(ada.line, 'answer:give', { topic: TOPIC, value: promise('周一去远东电缆') }).catch(() => undefined)
  await until(() => disk.waiting() === 1)
  let isWiped = false
  const wiped = room.api.call('POST', `/api/classes/${room.classId}/wipe-names`).finally(() => { isWiped = true })
  await until(() => server.app.classes.get(room.classId).state().endedAt !== null)
  // Long enough for a wipe that waits for nobody.
  for (let turn = 0; turn < 20_000 && !isWiped; turn++) await nextTurn()
  disk.letGo()
  await Promise.all([given, wiped])
  expect(server.app.answers.all(room.classId)).toMatchObject([{ value: { text: '周一去A1' } }])
})
