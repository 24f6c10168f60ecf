import { afterEach, describe, expect, it } from 'vitest'
import { newId } from '../../server/domain/class/ids.ts'
import type { CommandName } from '../../shared/protocol/commands.ts'
import type { Reply } from '../../shared/protocol/reply.ts'
import type { TrainerView } from '../../shared/protocol/views.ts'
import { openControl, trainerAuth, type ControlLine } from '../simulator/api.ts'
import { openKillableClass, type KillableClass } from '../support/killableClass.ts'
import { createRandom } from '../support/random.ts'

const MINUTE_MS = 60_000
const PRESSES = 24

let classroom: KillableClass | undefined
const consoles: ControlLine<TrainerView>[] = []
afterEach(async () => {
  for (const console of consoles.splice(0)) console.close()
  await classroom?.close()
})

/** A console that reaches the laptop by its Wi-Fi, such as the trainer's own tablet. Cookies are told apart by port. */
function consoleOverWifi({ room, wifi }: KillableClass): ControlLine<TrainerView> {
  const [, token = ''] = room.api.cookie.split('=')
  const line = openControl<TrainerView>(`http://127.0.0.1:${wifi.port}`, trainerAuth(room.classId), `ketu_trainer_${wifi.port}=${token}`)
  consoles.push(line)
  return line
}

interface Press {
  readonly name: CommandName
  readonly payload: object
}

/** Sends it, under one id, until there is an answer: as a console does that loses its line between press and answer. */
async function pressUntilAnswered(line: ControlLine<TrainerView>, { name, payload }: Press): Promise<Reply<unknown>> {
  const envelope = { commandId: newId(), issuedAt: Date.now() }
  for (;;) {
    try {
      return await line.socket.timeout(500).emitWithAck(name, { ...payload, ...envelope }) as Reply<unknown>
    } catch {
      // No answer in time, or the line broke: nobody knows whether it was done.
    }
  }
}
const message = (text: string): Press => ({ name: 'message:send', payload: { to: { kind: 'class' }, text } })

describe('F6: two consoles, and commands that are pressed twice', () => {
  it('P3.4: each is done once, over lines that break between press and answer', { timeout: 60_000 }, async () => {
    const random = createRandom(3)
    const opened = classroom = await openKillableClass({ groups: 2 })
    const { room, wifi } = opened
    const [one, two] = [consoleOverWifi(opened), consoleOverWifi(opened)]
    const view = await one.view()
    await two.view()
    const item = view.agenda.find(({ activity }) => activity === 'potential')
    await room.does('agenda:go', { to: item?.id ?? '', from: view.currentId })
    await room.does('timer:reset', { durationMs: MINUTE_MS })
    const presses: Promise<Reply<unknown>>[] = []
    for (let press = 0; press < PRESSES; press++) {
      const line = press % 2 ? one : two
      presses.push(pressUntilAnswered(line, message(`第${press}条`)), pressUntilAnswered(line, { name: 'timer:adjust', payload: { byMs: MINUTE_MS } }))
      if (random.below(3) === 0) {
        wifi.cut()
        wifi.restore()
      }
      await Promise.race(presses.slice(-2))
    }
    const replies = await Promise.all(presses)
    expect(replies.filter(({ ok }) => !ok)).toEqual([])
    const after = await room.trainer.until(({ timer }) => timer.durationMs === (PRESSES + 1) * MINUTE_MS)
    expect(after.messages.map(({ text }) => text).sort()).toEqual(Array.from({ length: PRESSES }, (_, press) => `第${press}条`).sort())
    for (const console of [one, two]) {
      const { timer, messages } = await console.until(({ version }) => version >= after.version)
      expect({ timer, messages }).toEqual({ timer: after.timer, messages: after.messages })
    }
  })

  it('P3.4, P7.4: pressed before kill -9 and again after it: done once, whether the answer came or not', { timeout: 60_000 }, async () => {
    const opened = classroom = await openKillableClass({ groups: 2 })
    const { room, server } = opened
    const line = consoleOverWifi(opened)
    await line.view()
    const sent: { readonly text: string; readonly envelope: object }[] = []
    for (let kill = 0; kill < 5; kill++) {
      const { run } = await line.view()
      const texts = ['已答复', '未答复'].map((text) => `${text}${kill}`)
      const orders = texts.map((text) => ({ ...message(text).payload, commandId: newId(), issuedAt: Date.now() }))
      await line.socket.timeout(5_000).emitWithAck('message:send', orders[0])
      line.socket.emit('message:send', orders[1], () => undefined)
      await server.kill()
      await server.start()
      await line.until((view) => view.run !== run, 10_000)
      for (const order of [...orders, ...orders]) expect(await line.socket.timeout(5_000).emitWithAck('message:send', order)).toEqual({ ok: true, value: null })
      orders.forEach((envelope, index) => sent.push({ text: texts[index] ?? '', envelope }))
    }
    const { messages } = await room.trainer.until((view) => view.messages.length >= sent.length)
    expect(messages.map(({ text }) => text)).toEqual(sent.map(({ text }) => text))
  })

  it('P7.4: two consoles press the opposite at once: both see the same end, and each press has an answer', { timeout: 60_000 }, async () => {
    const opened = classroom = await openKillableClass({ groups: 2 })
    const { room } = opened
    const [one, two] = [consoleOverWifi(opened), consoleOverWifi(opened)]
    await Promise.all([one.view(), two.view()])
    const groupIds = [room.groupId(0)]
    for (let round = 0; round < 10; round++) {
      const replies = await Promise.all([
        pressUntilAnswered(one, { name: 'lock:close', payload: { groupIds, inMs: 0 } }),
        pressUntilAnswered(two, { name: 'lock:open', payload: { groupIds } }),
        pressUntilAnswered(one, { name: 'timer:start', payload: {} }),
        pressUntilAnswered(two, { name: 'timer:pause', payload: {} }),
      ])
      for (const reply of replies) expect(reply.ok || reply.reason === 'wrong-state').toBe(true)
      await room.does('class:door', { open: round % 2 === 1 })
      const isLatest = ({ doorOpen }: TrainerView): boolean => doorOpen === (round % 2 === 1)
      const [mine, yours] = await Promise.all([one.until(isLatest), two.until(isLatest)])
      expect({ timer: mine.timer, groups: mine.groups, version: mine.version }).toEqual({ timer: yours.timer, groups: yours.groups, version: yours.version })
    }
  })
})
