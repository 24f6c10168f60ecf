import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { commandSchemas } from '../../../shared/protocol/commands.ts'
import type { ParticipantView } from '../../../shared/protocol/views.ts'
import { commands } from '../../../server/transport/commands/commands.ts'
import { openControl, tokenAuth } from '../../simulator/api.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { levels } from '../../support/levels.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { until } from '../../support/until.ts'

const start = stopAfterEach()

it('every command of the protocol has somebody who does it', () => {
  expect([...commands.keys()].sort()).toEqual(Object.keys(commandSchemas).sort())
})

describe('a command', () => {
  it('P3.4: sent twice with one id is done once, and answered the same', async () => {
    const { room } = await start.classroom()
    const once = { commandId: 'a-double-tap' }
    const replies = await Promise.all([room.send(room.trainer, 'group:add', {}, once), room.send(room.trainer, 'group:add', {}, once)])
    expect(replies[0]).toMatchObject({ ok: true, value: { groupId: expect.any(String) } })
    expect(replies[1]).toEqual(replies[0])
    expect((await room.trainer.until(({ groups }) => groups.length > 3)).groups).toHaveLength(4)
  })

  it('P3.4: that waited in a sleeping tablet is refused as stale, unless it was done', async () => {
    const clock = createFakeClock()
    const { server, room } = await start.classroom({ clock })
    const sentAt = clock.now()
    const done = { commandId: 'done-in-time', issuedAt: sentAt }
    await room.send(room.trainer, 'timer:start', {}, done)
    await server.advance(16_000)
    expect(await room.send(room.trainer, 'timer:pause', {}, { issuedAt: sentAt })).toMatchObject({ ok: false, reason: 'stale' })
    expect(await room.send(room.trainer, 'timer:start', {}, done)).toEqual({ ok: true, value: null })
    expect((await room.trainer.view()).timer.state).toBe('running')
  })

  it('one person can not answer for another with the same id', async () => {
    const { room } = await start.classroom()
    const [ada, ben] = [await room.seat('Ada'), await room.seat('Ben')]
    const same = { commandId: 'the-same-id' }
    await room.send(ada.line, 'hand:raise', {}, same)
    await room.send(ben.line, 'hand:raise', {}, same)
    await room.trainer.until(({ members }) => members.filter((member) => member.handRaisedAt !== null).length === 2)
  })

  it('two consoles that go on at once: the second is told that it lost', async () => {
    const { room } = await start.classroom()
    const other = room.console()
    const [one, two] = (await other.view()).agenda
    const replies = await Promise.all([
      room.send(room.trainer, 'agenda:go', { to: one?.id ?? '', from: null }),
      room.send(other, 'agenda:go', { to: two?.id ?? '', from: null }),
    ])
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.reason))).toEqual(['ok', 'conflict'])
  })

  it('P3.7: of a wrong shape is refused, whatever it is, and the class goes on', async () => {
    const { server, room } = await start.classroom()
    const ask = (event: string, ...given: unknown[]): Promise<unknown> => room.trainer.socket.timeout(5_000).emitWithAck(event, ...given)
    const envelope = { commandId: 'some-command', issuedAt: server.now() }
    for (const payload of [undefined, null, 7, 'text', [], {}, { ...envelope, byMs: '60000' }, { ...envelope, byMs: Number.MAX_VALUE }, { ...envelope, byMs: 60_000, more: 1 }]) {
      expect(await ask('timer:adjust', payload)).toMatchObject({ ok: false, reason: 'bad-payload' })
    }
    expect(await ask('timer:explode', envelope)).toMatchObject({ ok: false, reason: 'bad-payload' })
    expect(await ask('constructor', envelope)).toMatchObject({ ok: false, reason: 'bad-payload' })
    expect(await ask('__proto__', envelope)).toMatchObject({ ok: false, reason: 'bad-payload' })
    room.trainer.socket.emit('timer:start') // nobody to answer
    room.trainer.socket.emit('timer:start', { ...envelope })
    room.trainer.socket.emit('presence', { toString: 1 })
    expect(await ask('time')).toBeTypeOf('number')
    expect((await room.trainer.view()).timer.state).toBe('idle')
  })

  it('P3.7: an event named like one of the library’s own harms nobody', async () => {
    const { room } = await start.classroom()
    const mallory = await room.seat('Mallory')
    await mallory.line.view()
    for (const what of [null, {}, { toString: 1 }, [], 'text']) Reflect.apply(mallory.line.socket.emit, mallory.line.socket, ['error', what])
    expect(await room.send(mallory.line, 'hand:raise', {})).toMatchObject({ ok: true })
    await room.trainer.until(({ members }) => members[0]?.handRaisedAt !== null)
  })

  it('P3.7: nested without end is refused as what it is', async () => {
    const { room } = await start.classroom()
    const mallory = await room.seat('Mallory')
    expect(await mallory.line.socket.timeout(5_000).emitWithAck('answer:give', { topic: 'poll:x', value: levels(3_000), commandId: 'deep-command', issuedAt: 0 })).toMatchObject({ ok: false, reason: 'bad-payload' })
  })

  it('P5.11: what one person may send is counted over all of that person’s connections, and the trainer gets through', async () => {
    const { server, room } = await start.classroom()
    const mallory = await room.seat('Mallory')
    const replies = await Promise.all(Array.from({ length: 80 }, () => room.send(mallory.line, 'hand:raise', {})))
    expect(replies.filter((reply) => !reply.ok && reply.reason === 'too-fast').length).toBeGreaterThan(5)
    const again = openControl<ParticipantView>(server.url, tokenAuth('participant', mallory.admission.token))
    start.later(again.close)
    await again.view()
    const more = await Promise.all(Array.from({ length: 40 }, () => room.send(again, 'hand:raise', {})))
    expect(more.filter((reply) => !reply.ok).length).toBeGreaterThan(10)
    expect(await room.send(room.trainer, 'timer:start', {})).toMatchObject({ ok: true })
  })

  it('P5.11: strangers who knock keep nobody out', async () => {
    const { server, room } = await start.classroom()
    const { admission } = await room.seat('Ada')
    for (let round = 0; round < 7; round++) await Promise.all(Array.from({ length: 100 }, () => fetch(`${server.url}/socket.io/?EIO=4&transport=polling`).then((reply) => reply.text())))
    const ada = openControl<ParticipantView>(server.url, tokenAuth('participant', admission.token))
    start.later(ada.close)
    expect((await ada.view()).me.name).toBe('Ada')
  })

  it('P5.11: in a flood is refused, without harm to the others', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada')
    await ada.line.view()
    const replies = await Promise.all(Array.from({ length: 150 }, () => room.send(ada.line, 'hand:raise', {})))
    expect(replies.filter((reply) => !reply.ok && reply.reason === 'too-fast').length).toBeGreaterThan(20)
    expect(await room.send(room.trainer, 'timer:start', {})).toMatchObject({ ok: true })
  })

  it('P5.11: too large ends the connection of its sender alone', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada')
    await ada.line.view()
    const cut = new Promise((resolve) => ada.line.socket.once('disconnect', resolve))
    ada.line.socket.emit('hand:raise', 'x'.repeat(70_000))
    await cut
    expect(await room.send(room.trainer, 'timer:start', {})).toMatchObject({ ok: true })
  })
})

describe('who may', () => {
  it('a participant can not command the class, only raise their own hand', async () => {
    const { room } = await start.classroom()
    const [ada, ben] = [await room.seat('Ada'), await room.seat('Ben')]
    await ada.line.view()
    const groupId = room.groupId(0)
    const tries = [
      room.send(ada.line, 'timer:start', {}),
      room.send(ada.line, 'lock:open', { groupIds: null }),
      room.send(ada.line, 'participant:remove', { participantId: ben.admission.participantId }),
      room.send(ada.line, 'group:watch', { groupId }),
      room.send(ada.line, 'hand:lower', { participantId: ben.admission.participantId }),
      room.send(ada.line, 'reentry:create', { participantId: ben.admission.participantId }),
      room.send(ada.line, 'class:end', {}),
    ]
    expect((await Promise.all(tries)).map((reply) => (reply.ok ? 'ok' : reply.reason))).toEqual(tries.map(() => 'not-allowed'))
    expect(await room.send(ada.line, 'hand:raise', {})).toMatchObject({ ok: true })
    expect(await room.send(ada.line, 'hand:lower', { participantId: ada.admission.participantId })).toMatchObject({ ok: true })
  })

  it('P5.2: the projector only looks', async () => {
    const { room } = await start.classroom()
    const projector = await room.projector()
    await projector.view()
    for (const name of Object.keys(commandSchemas) as (keyof typeof commandSchemas)[]) {
      expect(await room.send(projector, name, {} as never)).toMatchObject({ ok: false, reason: 'not-allowed' })
    }
  })
})

describe('the control channel', () => {
  it('P3.2: somebody who was away gets the whole state, not what happened', async () => {
    const { server, room } = await start.classroom()
    const ada = await room.seat('Ada')
    await ada.line.view()
    ada.line.close()
    await room.does('lock:close', { groupIds: null, inMs: 0 })
    await room.does('lock:open', { groupIds: null })
    await room.does('timer:start', {})
    await room.does('timer:pause', {})
    const back = openControl<ParticipantView>(server.url, tokenAuth('participant', ada.admission.token))
    start.later(back.close)
    expect(await back.view()).toMatchObject({ timer: { state: 'paused' }, groups: [{ lock: { state: 'open' } }, {}, {}] })
  })

  it('versions only grow, and control changes reach everybody', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada', 1)
    const versions: number[] = []
    ada.line.socket.on('state', (view: ParticipantView) => versions.push(view.version))
    await ada.line.view()
    for (let count = 0; count < 5; count++) {
      await room.does('timer:start', {})
      await room.does('timer:reset', { durationMs: 60_000 * (count + 1) })
    }
    await ada.line.until(({ timer }) => timer.durationMs === 300_000)
    expect(versions.length).toBeGreaterThanOrEqual(10)
    expect([...versions].sort((one, other) => one - other)).toEqual(versions)
  })

  it('P2.8: presence is of the person: two tabs are one, a reload does not blink, leaving is said at once', async () => {
    const clock = createFakeClock()
    const { server, room } = await start.classroom({ clock })
    const ada = await room.seat('Ada')
    const presenceOf = (presence: string) => room.trainer.until(({ members }) => members.some((member) => member.presence === presence))
    await presenceOf('online')
    const second = openControl<ParticipantView>(server.url, tokenAuth('participant', ada.admission.token))
    await second.view()
    second.socket.emit('presence', 'leaving')
    second.close()
    await presenceOf('online')
    ada.line.close() // without a word: the Wi-Fi
    await presenceOf('away')
    await server.advance(46_000)
    await presenceOf('offline')
    const third = openControl<ParticipantView>(server.url, tokenAuth('participant', ada.admission.token))
    await presenceOf('online')
    third.socket.emit('presence', 'leaving')
    await third.socket.timeout(2_000).emitWithAck('time')
    third.close()
    await presenceOf('offline')
    expect((await room.trainer.view()).members).toHaveLength(1)
  })

  it('P2.11: a device that stops reading is cut off instead of filling our memory, and the others go on', { timeout: 30_000 }, async () => {
    const { server, room } = await start.classroom()
    const { admission, line } = await room.seat('Ada')
    const classroom = server.app.classes.get(room.classId)
    const isHere = (): boolean => classroom.presence.of(admission.participantId) === 'online'
    await until(isHere, 'Ada')
    line.close()
    await until(() => !isHere(), 'Ada to go')
    const asleep = new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
    start.later(() => asleep.terminate())
    asleep.once('message', () => asleep.send(`40${JSON.stringify(tokenAuth('participant', admission.token))}`))
    await until(isHere, 'Ada to be back')
    asleep.pause()
    // What the system holds for both ends fills first: views of sixty kilobytes.
    for (let change = 0; change < 400 && isHere(); change++) {
      await classroom.change((state) => ({ ...state, trainerName: String(change).padEnd(20_000, '王') }))
      await new Promise((turn) => setImmediate(turn))
    }
    expect(isHere()).toBe(false)
    await room.does('timer:start', {})
  })

  it('P5.11: a fifth tab of one person takes the place of the oldest', async () => {
    const { server, room } = await start.classroom()
    const ada = await room.seat('Ada')
    await ada.line.view()
    const cut = new Promise((resolve) => ada.line.socket.once('disconnect', resolve))
    for (let tab = 0; tab < 4; tab++) {
      const line = openControl<ParticipantView>(server.url, tokenAuth('participant', ada.admission.token))
      start.later(line.close)
      await line.view()
    }
    await cut
  })
})
