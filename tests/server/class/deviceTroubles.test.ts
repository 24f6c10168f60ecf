import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLog } from '../../../server/log.ts'
import type { TrainerWarning } from '../../../shared/protocol/views.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import type { Seated } from '../../support/openClassroom.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { SyncPeer } from '../../support/syncPeer.ts'
import { until } from '../../support/until.ts'

const start = stopAfterEach()
const MINUTE_MS = 60_000
const junk = Uint8Array.from([9])

/** A class in which devices misbehave, and what its trainer is told of them. */
async function openTroubledClass(log?: ReturnType<typeof createLog>) {
  const { server, room } = await start.classroom({ clock: createFakeClock(), ...(log ? { log } : {}) }, 2)
  const told = (holds: (devices: readonly TrainerWarning[]) => boolean) =>
    room.trainer.until(({ warnings }) => holds(warnings.filter(({ kind }) => kind === 'device-trouble'))).then(({ warnings }) => warnings)
  return {
    server, room, told,
    /** Comes, sends something unreadable, and is closed. */
    async sendJunk({ admission }: Seated, group = 0): Promise<void> {
      const peer = await new SyncPeer({ url: server.url.replace('http', 'ws'), documentId: room.groupId(group), token: admission.token }).ready()
      peer.send(junk)
      expect(await peer.closing()).toBe(4422)
    },
  }
}

describe('a device that had to be cut off', () => {
  it('is named to the trainer in one line with a count, however often it comes back; another device in another', async () => {
    const { server, room, told, sendJunk } = await openTroubledClass()
    const [mallory, eve] = [await room.seat('Mallory'), await room.seat('Eve', 1)]
    for (let time = 0; time < 5; time++) await sendJunk(mallory)
    await sendJunk(eve, 1)
    const at = server.now()
    expect(await told((devices) => devices.length === 2 && devices[0]?.device?.times === 5)).toEqual([
      { kind: 'device-trouble', at, detail: 'Mallory', device: { trouble: 'unreadable', group: 'A', times: 5 } },
      { kind: 'device-trouble', at, detail: 'Eve', device: { trouble: 'unreadable', group: 'B', times: 1 } },
    ])
  })

  it('is no longer named when it has been quiet for a while, or when its person was removed', async () => {
    const { server, room, told, sendJunk } = await openTroubledClass()
    const [mallory, eve] = [await room.seat('Mallory'), await room.seat('Eve')]
    await sendJunk(mallory)
    await sendJunk(eve)
    await told((devices) => devices.length === 2)
    await server.advance(4 * MINUTE_MS)
    await sendJunk(eve)
    await server.advance(2 * MINUTE_MS)
    const [left] = await told((devices) => devices.length === 1)
    expect(left?.detail).toBe('Eve')
    await room.does('participant:remove', { participantId: eve.admission.participantId })
    await told((devices) => devices.length === 0)
  })

  it('P5.11: is named when it floods the control channel', async () => {
    const { room, told } = await openTroubledClass()
    const mallory = await room.seat('Mallory')
    await mallory.line.view()
    const gone = new Promise((resolve) => mallory.line.socket.once('disconnect', resolve))
    for (let message = 0; message < 700; message++) mallory.line.socket.emit('time', () => undefined)
    await gone
    const [warning] = await told((devices) => devices.length === 1)
    expect(warning).toMatchObject({ detail: 'Mallory', device: { trouble: 'too-fast', group: 'A', times: 1 } })
  })

  it('P5.12: stands in the log by its id, never by its name, and is shown to nobody but the trainer', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ketu-troubles-'))
    start.later(() => rm(folder, { recursive: true, force: true }))
    const file = join(folder, 'ketu.log')
    const log = createLog({ file, level: 'debug' })
    const { room, told, sendJunk } = await openTroubledClass(log)
    const mallory = await room.seat('Mallory')
    const eve = await room.seat('Eve')
    const projector = await room.projector()
    await sendJunk(mallory)
    await told((devices) => devices.length === 1)
    const lines = readFileSync(file, 'utf8')
    expect(lines).toContain('"msg":"sync.refused"')
    expect(lines).toContain(mallory.admission.participantId)
    expect(lines).not.toMatch(/Mallory|Eve/)
    expect(lines).not.toContain(mallory.admission.token)
    for (const line of [eve.line, projector]) expect(JSON.stringify(await line.view())).not.toContain('device-trouble')
  })
})

describe('the room that a class has for content', () => {
  async function openSmallClass() {
    const { server, room } = await start.classroom({ parts: { limits: { classBytes: 100_000, ridingMs: 10 } } }, 2)
    const come = async (name: string, group: number): Promise<SyncPeer> => {
      const { admission } = await room.seat(name, group)
      const peer = await new SyncPeer({ url: server.url.replace('http', 'ws'), documentId: room.groupId(group), token: admission.token }).ready()
      start.later(() => peer.socket.terminate())
      return peer
    }
    const warned = (kind: TrainerWarning['kind']) => room.trainer.until(({ warnings }) => warnings.some((one) => one.kind === kind))
    return { room, come, warned }
  }

  it('P2.12: is warned of at 80 %, before anything is refused', async () => {
    const { come, warned } = await openSmallClass()
    const ada = await come('Ada', 0)
    ada.type('x'.repeat(85_000))
    await ada.allSaved()
    const { warnings, usage } = await warned('class-filling')
    expect(warnings).toMatchObject([{ kind: 'class-filling', detail: '90' }])
    expect(usage.bytes).toEqual({ used: 90_000, of: 100_000 })
    ada.type('still taken')
    await ada.allSaved()
  })

  it('P2.12: when all groups together have used it, growth is refused, the trainer is told why, and deleting helps', async () => {
    const { room, come, warned } = await openSmallClass()
    const ada = await come('Ada', 0)
    const ben = await come('Ben', 1)
    ada.type('x'.repeat(120_000))
    await ada.allSaved()
    await until(() => {
      ben.type('more ')
      return ben.closed !== null
    }, 'the refusal')
    expect(ben.closed).toBe(4413)
    await warned('class-full')
    ada.doc.getText('notes').delete(0, 110_000)
    await ada.allSaved()
    let tries = 0
    await until(async () => {
      const again = await come(`Ben ${++tries}`, 1)
      again.type('there is room')
      return until(() => again.saved === again.sent || again.closed !== null).then(() => again.closed === null)
    }, 'room for others', 10_000)
    await room.trainer.until(({ warnings }) => !warnings.some(({ kind }) => kind === 'class-full'))
  })
})
