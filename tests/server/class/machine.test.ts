import { afterEach, describe, expect, it } from 'vitest'
import { createMachineWatch } from '../../../server/domain/machine/machineWatch.ts'
import { silentLog } from '../../../server/log.ts'
import type { ClassState } from '../../../server/domain/class/ClassState.ts'
import { openClassroom, type Classroom } from '../../support/openClassroom.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { startServer, type TestServer } from '../../support/startServer.ts'
import { startSyncServer, seed } from '../../support/syncServer.ts'
import { until } from '../../support/until.ts'

const MB = 1_000_000

describe('the free space on the disk', () => {
  let server: TestServer | undefined
  let classroom: Classroom | undefined
  afterEach(async () => {
    classroom?.close()
    await server?.stop()
  })

  it('P6.4: is measured at the start and every minute; the trainer is warned under 200 MB, and no longer once there is room', async () => {
    let free = 150 * MB
    const clock = createFakeClock()
    server = await startServer({ clock, disk: { freeBytes: async () => free } })
    classroom = await openClassroom(server)
    const warned = await classroom.trainer.until(({ warnings }) => warnings.length > 0)
    expect(warned.warnings).toEqual([{ kind: 'disk-low', at: clock.now(), detail: '150' }])

    free = 5_000 * MB
    await server.advance(59_000)
    expect((await classroom.trainer.view()).warnings).toHaveLength(1)
    await server.advance(2_000)
    await classroom.trainer.until(({ warnings }) => warnings.length === 0)

    free = 199 * MB
    await server.advance(61_000)
    await classroom.trainer.until(({ warnings }) => warnings[0]?.kind === 'disk-low' && warnings[0].detail === '199')
  })
})

it('a document that has reached its budget is named to the trainer by its group, until nothing is refused there any more', async () => {
  const server = await startSyncServer({ limits: { documentBytes: 2_000 } })
  try {
    await server.rooms.create('g1', 'c1', seed())
    const told: number[] = []
    const clock = createFakeClock()
    const watch = await createMachineWatch({
      rooms: server.rooms, clock, log: silentLog, restored: null, disk: { freeBytes: async () => null }, classFailing: () => false, changed: () => told.push(1),
    })
    const state = { groups: [{ id: 'g0', index: 0 }, { id: 'g1', index: 1 }] } as unknown as ClassState
    const ada = await server.peer('ada@g1').ready()
    expect(watch.warnings(state)).toEqual([])
    ada.type('x'.repeat(5_000))
    await until(() => watch.warnings(state).length > 0)
    expect(watch.warnings(state)).toEqual([{ kind: 'document-full', at: clock.now(), detail: 'B' }])
    expect(told).toHaveLength(1)
    // Devices whose words are refused come again well within a minute.
    clock.advance(50_000)
    const ben = await server.peer('ben@g1').ready()
    ben.type('x'.repeat(5_000))
    await until(() => ben.closed !== null)
    clock.advance(50_000)
    await watch.tick()
    expect(watch.warnings(state)).toHaveLength(1)
    clock.advance(11_000)
    await watch.tick()
    expect([watch.warnings(state), told.length]).toEqual([[], 2])
    watch.close()
  } finally {
    await server.stop()
  }
})
