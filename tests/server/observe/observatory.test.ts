import { expect, it } from 'vitest'
import { createObservatory } from '../../../server/domain/observe/Observatory.ts'
import { addCustomers } from '../../../shared/customer/document.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { until } from '../../support/until.ts'

const start = stopAfterEach()

it('who looks while a changed document is still being read sees the change, too', async () => {
  const { server, room } = await start.classroom()
  const { rooms, classes } = server.app
  const classroom = classes.get(room.classId)
  let isHeld = false
  let reads = 0
  const releases: (() => void)[] = []
  const observatory = createObservatory({
    ...rooms,
    async read(documentId) {
      reads++
      if (isHeld) await new Promise<void>((release) => releases.push(release))
      return rooms.read(documentId)
    },
  })
  start.later(() => observatory.close())
  const customersSeen = async (): Promise<number | undefined> => (await observatory.summaries(classroom, 'named'))[0]?.customers
  expect(await customersSeen()).toBe(0)

  isHeld = true
  await rooms.edit(room.groupId(0), (doc) => addCustomers(doc, [], [{ id: 'c1', name: '华东机械厂' }], new LocalOrigin('p')))
  const before = reads
  const first = customersSeen()
  await until(() => reads > before, 'the first look to read')
  const second = customersSeen()
  isHeld = false
  const letAll = setInterval(() => releases.splice(0).forEach((release) => release()), 5)
  start.later(() => clearInterval(letAll))
  expect(await Promise.all([first, second])).toEqual([1, 1])
})

it('reads nothing twice while somebody watches, and keeps nothing of it when nobody does', async () => {
  const { server, room } = await start.classroom()
  const { rooms, classes } = server.app
  const classroom = classes.get(room.classId)
  let reads = 0
  const observatory = createObservatory({ ...rooms, read: (documentId) => (reads++, rooms.read(documentId)) })
  start.later(() => observatory.close())
  const { length: groups } = await observatory.summaries(classroom, 'named')
  await observatory.summaries(classroom, 'masked')
  expect(reads).toBe(groups)
  observatory.release(classroom)
  await observatory.summaries(classroom, 'named')
  expect(reads).toBe(2 * groups)
})

it('a document that can not be read for now is shown as it was seen last, beside the others as they are', async () => {
  const { server, room } = await start.classroom()
  const { rooms, classes } = server.app
  const classroom = classes.get(room.classId)
  let broken = ''
  const observatory = createObservatory({ ...rooms, read: (documentId) => (documentId === broken ? Promise.reject(new Error('disk I/O error')) : rooms.read(documentId)) })
  start.later(() => observatory.close())
  const customersSeen = async (): Promise<(number | undefined)[]> => (await observatory.summaries(classroom, 'named')).slice(0, 2).map(({ customers }) => customers)
  const [first, second] = classroom?.state().groups ?? []
  expect(await customersSeen()).toEqual([0, 0])
  for (const group of [first, second]) await rooms.edit(group?.id ?? '', (doc) => addCustomers(doc, [], [{ id: 'c1', name: '华东机械厂' }], new LocalOrigin('p')))
  broken = first?.id ?? ''
  expect(await customersSeen()).toEqual([0, 1])
  broken = ''
  expect(await customersSeen()).toEqual([1, 1])
})

it('a group of which nothing has changed is the very same object, by which its watchers are spared', async () => {
  const { server, room } = await start.classroom()
  const { rooms, classes } = server.app
  const classroom = classes.get(room.classId)
  const observatory = createObservatory(rooms)
  start.later(() => observatory.close())
  for (const names of ['named', 'masked'] as const) {
    const before = await observatory.summaries(classroom, names)
    const again = await observatory.summaries(classroom, names)
    expect(again.map((summary, place) => summary === before[place])).toEqual(before.map(() => true))
    await rooms.edit(room.groupId(0), (doc) => void doc.getText('elsewhere').insert(0, names))
    const after = await observatory.summaries(classroom, names)
    expect(after.map((summary, place) => summary === before[place])).toEqual(before.map((_, place) => place > 0))
  }
})
