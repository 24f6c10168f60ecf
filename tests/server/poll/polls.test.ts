import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AnswersView } from '../../../shared/answers/topics.ts'
import { addCustomers } from '../../../shared/customer/document.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import { type PollDefinition, PollSchema } from '../../../shared/poll/definition.ts'
import type { Classroom, Seated } from '../../support/openClassroom.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { until } from '../../support/until.ts'

const start = stopAfterEach()
const text = (words: string) => ({ 'zh-CN': words, en: words })
const rows = (...ids: readonly string[]) => ids.map((id) => ({ id, text: text(id) }))
const build = (poll: object): PollDefinition => PollSchema.parse({ id: 'p', question: text('?'), ...poll })
const pace = build({ kind: 'single', options: rows('good', 'fast') })
const mood = build({ kind: 'words', most: 2 })
const axis = { name: text('a'), low: text('l'), high: text('h') }

function follow(line: { readonly socket: { on(event: 'answers', hear: (view: AnswersView) => void): unknown } }): () => AnswersView | undefined {
  let seen: AnswersView | undefined
  line.socket.on('answers', (view) => { seen = view })
  return () => seen
}
/** Opens the poll; its id is the key of its votes. */
async function ask(room: Classroom, poll: PollDefinition): Promise<string> {
  await room.does('poll:open', { ask: { poll }, onStage: true })
  return (await room.trainer.view()).polls.at(-1)?.id ?? ''
}
async function vote(room: Classroom, { line }: Seated, pollId: string, value: object | null): Promise<string> {
  const reply = await room.send(line, 'answer:give', { topic: `poll:${pollId}`, value: value as never })
  return reply.ok ? 'ok' : reply.reason
}
const single = (...options: readonly string[]) => ({ kind: 'single', options })

describe('asking the room', () => {
  it('P1: an open poll is on every device at once, whichever group; a second one closes the first', async () => {
    const { room } = await start.classroom()
    const [ada, ben] = [await room.seat('Ada', 0), await room.seat('Ben', 1)]
    const first = await ask(room, pace)
    for (const { line } of [ada, ben]) await until(async () => (await line.view()).polls.some(({ id, state }) => id === first && state === 'open'))
    const second = await ask(room, mood)
    await until(async () => (await ada.line.view()).polls.map(({ id }) => id).join() === second)
    expect(await vote(room, ada, first, single('good'))).toBe('wrong-state')
  })

  it('P2: it is one vote for each person, the latest, however often it is sent, also over a reconnect and a restart', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'ketu-polls-')), 'ketu.db')
    const { server, room } = await start.classroom({ file })
    const [ada, ben] = [await room.seat('Ada'), await room.seat('Ben')]
    const pollId = await ask(room, pace)
    for (let times = 0; times < 3; times++) await vote(room, ada, pollId, single('fast'))
    const envelope = { commandId: 'same-command', issuedAt: server.now() }
    for (let times = 0; times < 2; times++) await room.send(ben.line, 'answer:give', { topic: `poll:${pollId}`, value: single('good') as never }, envelope)
    ada.line.close()
    await vote(room, await room.seat('Ada again'), pollId, single('good'))
    room.close()
    await server.stop()

    const again = await start.server({ file })
    const state = again.app.classes.get(room.classId).state()
    expect(again.app.answers.results(state, { role: 'trainer' }).poll?.[pollId]).toEqual({ voters: 3, figures: { kind: 'single', counts: { good: 2, fast: 1 } } })
    expect(again.app.answers.mine(room.classId, ada.admission.participantId)).toEqual({ [`poll:${pollId}`]: single('fast') })
  })

  it('P3: a vote can be changed and taken back while the poll is open, and not after', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada')
    const trainer = follow(room.trainer)
    const pollId = await ask(room, pace)
    const counts = () => trainer()?.results.poll?.[pollId]?.figures
    await vote(room, ada, pollId, single('fast'))
    await vote(room, ada, pollId, single('good'))
    await until(() => JSON.stringify(counts())?.includes('"good":1,"fast":0'))
    await vote(room, ada, pollId, null)
    await until(() => trainer()?.results.poll?.[pollId]?.voters === 0)
    await room.does('poll:close', { pollId })
    expect(await vote(room, ada, pollId, single('good'))).toBe('wrong-state')
    expect(await vote(room, ada, pollId, null)).toBe('wrong-state')
    await room.does('poll:reopen', { pollId })
    expect(await vote(room, ada, pollId, single('good'))).toBe('ok')
  })

  it.each([
    ['an option that there is not', pace, single('ghost')],
    ['two options where one is asked', pace, single('good', 'fast')],
    ['the same option twice', build({ kind: 'multiple', options: rows('a', 'b') }), { kind: 'multiple', options: ['a', 'a'] }],
    ['a vote of another kind', pace, { kind: 'axes', x: 1, y: 1 }],
    ['a sixth grade', build({ kind: 'scale', statements: rows('s'), low: text(''), high: text('') }), { kind: 'scale', grades: { s: 6 } }],
    ['a statement that there is not', build({ kind: 'scale', statements: rows('s'), low: text(''), high: text('') }), { kind: 'scale', grades: { x: 1 } }],
    ['a third word of two', mood, { kind: 'words', words: ['a', 'b', 'c'] }],
    ['a point beyond the axis', build({ kind: 'axes', x: axis, y: axis }), { kind: 'axes', x: 101, y: 0 }],
    ['more than a vote', pace, { ...single('good'), weight: 9 }],
  ])('P4: a hand-made client can’t give %s', async (_what, poll, value) => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada')
    expect(await vote(room, ada, await ask(room, poll), value)).toBe('bad-payload')
  })

  it('P5: nobody but participants votes, and only on polls that there are', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada')
    const pollId = await ask(room, pace)
    expect(await room.send(room.trainer, 'answer:give', { topic: `poll:${pollId}`, value: single('good') as never })).toMatchObject({ ok: false, reason: 'not-allowed' })
    expect(await vote(room, ada, 'nothing', single('good'))).toBe('not-found')
    expect(await room.send(ada.line, 'poll:reveal', { pollId })).toMatchObject({ ok: false, reason: 'not-allowed' })
  })

  it('P6: words are kept as they are shown, the same word once', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada')
    const [trainer, adas] = [follow(room.trainer), follow(ada.line)]
    const pollId = await ask(room, mood)
    await vote(room, ada, pollId, { kind: 'words', words: [' ＵＳＰ ', 'usp！'] })
    await until(() => trainer()?.results.poll?.[pollId]?.voters === 1)
    expect(trainer()?.results.poll?.[pollId]?.figures).toEqual({ kind: 'words', words: [{ key: 'usp', text: 'USP', count: 1 }] })
    await until(() => adas()?.mine[`poll:${pollId}`])
    expect(adas()?.mine[`poll:${pollId}`]).toEqual({ kind: 'words', words: ['USP'] })
  })

  it('P5.9: a word that is a customer’s name is nowhere in what the projector gets', async () => {
    const { server, room } = await start.classroom()
    const ada = await room.seat('Ada')
    const screen = await room.projector()
    const heard: string[] = []
    screen.socket.onAny((...given: unknown[]) => void heard.push(JSON.stringify(given)))
    await server.app.rooms.edit(room.groupId(0), (doc) => addCustomers(doc, [], [{ id: 'customer-1', name: 'Siemens' }], new LocalOrigin('test')))
    const pollId = await ask(room, mood)
    await vote(room, ada, pollId, { kind: 'words', words: ['siemens'] })
    await room.does('poll:reveal', { pollId })
    await until(() => heard.some((packet) => packet.includes('"count":1')), 'the result')
    expect(heard.filter((packet) => /siemens/i.test(packet))).toEqual([])
  })
})

describe('what the room sees of a poll', () => {
  it('P7: until it is shown the projector has the number of votes alone, devices nothing; after closing devices have it too', async () => {
    const { room } = await start.classroom()
    const [ada, ben] = [await room.seat('Ada'), await room.seat('Ben')]
    const projector = await room.projector()
    const [stage, bens, trainer] = [follow(projector), follow(ben.line), follow(room.trainer)]
    const pollId = await ask(room, pace)
    await vote(room, ada, pollId, single('good'))
    await until(() => stage()?.results.poll?.[pollId]?.voters === 1)
    expect(stage()?.results.poll?.[pollId]).toEqual({ voters: 1 })
    // The console's miniature of the projector knows no more than the projector.
    await until(() => trainer()?.stage?.poll?.[pollId]?.voters === 1)
    expect(trainer()?.stage?.poll?.[pollId]).toEqual({ voters: 1 })
    expect(trainer()?.results.poll?.[pollId]?.figures).toBeDefined()

    await room.does('poll:reveal', { pollId })
    await until(() => stage()?.results.poll?.[pollId]?.figures)
    expect(bens()?.results.poll).toBeUndefined()
    await room.does('poll:close', { pollId })
    await until(() => bens()?.results.poll?.[pollId]?.figures)
    await room.does('poll:hide', { pollId })
    await until(() => bens()?.results.poll === undefined && stage()?.results.poll?.[pollId]?.figures === undefined)
  })

  it('P8: a live poll is shown from its first vote on', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada')
    const stage = follow(await room.projector())
    const pollId = await ask(room, { ...pace, live: true })
    await vote(room, ada, pollId, single('good'))
    await until(() => stage()?.results.poll?.[pollId]?.figures)
  })

  it('P9: a word that the trainer takes off reaches neither projector nor devices, and can come back', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada')
    const [stage, trainer] = [follow(await room.projector()), follow(room.trainer)]
    const pollId = await ask(room, mood)
    await vote(room, ada, pollId, { kind: 'words', words: ['好', '坏话'] })
    await room.does('poll:word', { pollId, key: '坏话', hidden: true })
    await room.does('poll:reveal', { pollId })
    await until(() => JSON.stringify(stage()).includes('好'))
    expect(JSON.stringify(stage())).not.toContain('坏话')
    expect(JSON.stringify(trainer()?.results)).toContain('坏话')
    expect(JSON.stringify((await room.projector()).view())).not.toContain('坏话')
    await room.does('poll:word', { pollId, key: '坏话', hidden: false })
    await until(() => JSON.stringify(stage()).includes('坏话'))
  })

  it('P10: nothing that trainer, projector or another person receives has a person beside a vote', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada')
    const ben = await room.seat('Ben')
    const heard: string[] = []
    for (const { socket } of [room.trainer, await room.projector(), ben.line]) socket.onAny((event: string, ...given: readonly unknown[]) => void heard.push(JSON.stringify([event, ...given])))
    const polls: readonly (readonly [PollDefinition, object])[] = [
      [pace, single('good')], [mood, { kind: 'words', words: ['独一无二'] }],
      [build({ kind: 'multiple', options: rows('only-ada', 'b') }), { kind: 'multiple', options: ['only-ada'] }],
      [build({ kind: 'scale', statements: rows('s1'), low: text(''), high: text('') }), { kind: 'scale', grades: { s1: 5 } }],
      [build({ kind: 'axes', x: axis, y: axis }), { kind: 'axes', x: 17, y: 83 }],
    ]
    for (const [poll, value] of polls) {
      const pollId = await ask(room, poll)
      expect(await vote(room, ada, pollId, value)).toBe('ok')
      await room.does('poll:reveal', { pollId })
      await room.does('poll:close', { pollId })
      await until(() => heard.some((one) => one.startsWith('["answers"') && one.includes(pollId)))
    }
    await until(() => heard.some((one) => one.includes('"x":17')))
    const answers = heard.filter((one) => one.startsWith('["answers"'))
    expect(answers.length).toBeGreaterThan(0)
    for (const one of answers) {
      expect(one).not.toContain(ada.admission.participantId)
      expect(one).not.toContain('Ada')
    }
    // Elsewhere her id stands in the roster, and no vote does.
    for (const one of heard.filter((each) => !each.startsWith('["answers"'))) expect(one).not.toMatch(/独一无二|"x":17/)
  })
})

describe('polls of the course', () => {
  it('P11: what is prepared for an item is asked by its name; the evening stands beside the morning, also where that was never revealed', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada')
    const stage = follow(await room.projector())
    const asked = async (itemId: string, pollId: string): Promise<string> => {
      await room.does('poll:open', { ask: { itemId, pollId }, onStage: true })
      return (await room.trainer.view()).polls.at(-1)?.id ?? ''
    }
    const morning = await asked('i-1', 'symptoms-morning')
    await vote(room, ada, morning, { kind: 'scale', grades: { order: 5, effect: 4, balance: 4 } })
    const evening = await asked('i-10', 'symptoms-evening')
    await vote(room, ada, evening, { kind: 'scale', grades: { order: 2, effect: 2, balance: 3 } })
    await until(() => stage()?.results.poll?.[evening]?.voters === 1)
    expect(stage()?.results.poll?.[morning]).toEqual({ voters: 1 })
    await room.does('poll:reveal', { pollId: evening })
    await until(() => stage()?.results.poll?.[morning]?.figures)
    const view = await (await room.projector()).view()
    expect(view.polls.map(({ id }) => id).sort()).toEqual([morning, evening].sort())
    expect(view.polls.find(({ id }) => id === evening)?.comparedWith).toBe(morning)
    expect(await room.send(room.trainer, 'poll:open', { ask: { itemId: 'i-1', pollId: 'nothing' }, onStage: false })).toMatchObject({ ok: false, reason: 'not-found' })
  })

  it('P12: asked again it begins without votes, and keeps the earlier ones beside it', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada')
    const trainer = follow(room.trainer)
    const first = await ask(room, pace)
    await vote(room, ada, first, single('fast'))
    await room.does('poll:again', { pollId: first, onStage: false })
    const second = (await room.trainer.view()).polls.at(-1)
    expect(second).toMatchObject({ comparedWith: first, state: 'open', shown: false, definition: pace })
    await vote(room, ada, second?.id ?? '', single('good'))
    await until(() => trainer()?.results.poll?.[second?.id ?? '']?.voters === 1)
    expect(trainer()?.results.poll?.[first]?.figures).toEqual({ kind: 'single', counts: { good: 0, fast: 1 } })
  })

  it('P13: removing takes it from every face, its scene too, and can be undone with its votes', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada')
    const trainer = follow(room.trainer)
    const pollId = await ask(room, pace)
    await vote(room, ada, pollId, single('good'))
    await room.does('poll:remove', { pollId })
    const view = await room.trainer.view()
    expect(view.polls).toEqual([])
    expect(view.projector.scene).toEqual({ kind: 'agenda' })
    await ada.line.until(({ polls }) => polls.length === 0)
    expect(await vote(room, ada, pollId, single('fast'))).toBe('not-found')
    await room.does('poll:restore', { pollId })
    await until(() => trainer()?.results.poll?.[pollId]?.voters === 1)
  })
})
