import { describe, expect, it } from 'vitest'
import type { AnswersView } from '../../../shared/answers/topics.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { until } from '../../support/until.ts'
import type { Classroom, Seated } from '../../support/openClassroom.ts'

const start = stopAfterEach()
const key = 'i-2-3/whom'
function follow(line: { readonly socket: { on(event: 'answers', hear: (view: AnswersView) => void): unknown } }): () => AnswersView | undefined {
  let seen: AnswersView | undefined
  line.socket.on('answers', (view) => { seen = view })
  return () => seen
}
async function write(room: Classroom, { line }: Seated, lines: readonly object[], topic = key): Promise<string> {
  const reply = await room.send(line, 'answer:give', { topic: `case:${topic}`, value: { lines } as never })
  return reply.ok ? 'ok' : reply.reason
}
async function openCase(): Promise<Classroom> {
  const { room } = await start.classroom()
  await room.does('agenda:go', { to: 'i-2-3', from: null })
  return room
}

describe('the case board', () => {
  it('K3: its text comes to who asks once the item has begun, and does not travel with every state', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada')
    expect(await room.send(ada.line, 'case:read', { itemId: 'i-2-3' })).toMatchObject({ ok: false, reason: 'not-found' })
    await room.does('agenda:go', { to: 'i-2-3', from: null })
    const view = await ada.line.until(({ cases }) => cases.length > 0)
    expect(view.cases.map(({ itemId }) => itemId)).toEqual(['i-2-3'])
    expect(view.opened).toContain('case')
    expect(JSON.stringify(view)).not.toContain('林涛')
    const read = await room.send(ada.line, 'case:read', { itemId: 'i-2-3' })
    expect(read.ok && read.value.text['zh-CN']).toContain('林涛')
    expect(read.ok && read.value.questions.map(({ id }) => id)).toEqual(['whom', 'missing', 'spent'])
  })

  it('K4: the group sees its members’ lines with their authors, another group none of them, the trainer all', async () => {
    const room = await openCase()
    const [ada, ben, cleo] = [await room.seat('Ada', 0), await room.seat('Ben', 0), await room.seat('Cleo', 1)]
    const [bens, cleos, trainer] = [follow(ben.line), follow(cleo.line), follow(room.trainer)]
    expect(await write(room, ada, [{ id: 'a1', text: ' 东泰 ' }, { id: 'a2', text: '新昇' }, { id: 'a3', text: '  ' }])).toBe('ok')
    await write(room, cleo, [{ id: 'c1', text: '别组的话' }])
    await until(() => (trainer()?.results.case?.[key]?.lines.length ?? 0) === 3)
    await until(() => (bens()?.results.case?.[key]?.lines.length ?? 0) === 2)
    expect(bens()?.results.case?.[key]?.lines.map(({ text, participantId }) => [text, participantId])).toEqual([['东泰', ada.admission.participantId], ['新昇', ada.admission.participantId]])
    expect(JSON.stringify(bens())).not.toContain('别组的话')
    await until(() => cleos()?.results.case?.[key])
    expect(JSON.stringify(cleos()?.results)).not.toContain('东泰')
  })

  it('K5: the projector has the lines that the trainer picked, in that order, with the group and without the author', async () => {
    const room = await openCase()
    const ada = await room.seat('Ada', 0)
    const projector = await room.projector()
    const stage = follow(projector)
    await write(room, ada, [{ id: 'a1', text: '东泰' }, { id: 'a2', text: '新昇' }, { id: 'a3', text: '没选的' }])
    const ref = (line: string) => `${ada.admission.participantId}/${line}`
    const board = `case/${key}`
    await room.does('board:pick', { board, line: ref('a1'), place: 0 })
    await room.does('board:pick', { board, line: ref('a2'), place: 0 })
    await room.does('projector:show', { scene: { kind: 'case', itemId: 'i-2-3', questionId: 'whom' } })
    await until(() => stage()?.results.case?.[key]?.lines.length === 2)
    expect(stage()?.results.case?.[key]?.lines).toEqual([{ ref: '0', groupId: room.groupId(0), participantId: '', text: '新昇' }, { ref: '1', groupId: room.groupId(0), participantId: '', text: '东泰' }])
    expect(JSON.stringify(stage())).not.toContain(ada.admission.participantId)
    await until(async () => (await projector.view()).question?.['zh-CN'].includes('认真跑两家'))
    await room.does('board:pick', { board, line: ref('a1'), place: null })
    await until(() => stage()?.results.case?.[key]?.lines.length === 1)
  })

  it('K6: before the item begins, while the group is locked, and under a question that there is not nothing is taken', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada', 0)
    expect(await write(room, ada, [{ id: 'a', text: 'x' }])).toBe('locked')
    await room.does('agenda:go', { to: 'i-2-3', from: null })
    await room.does('lock:close', { groupIds: [room.groupId(0)], inMs: 0 })
    expect(await write(room, ada, [{ id: 'a', text: 'x' }])).toBe('locked')
    await room.does('lock:open', { groupIds: null })
    expect(await write(room, ada, [{ id: 'a', text: 'x' }])).toBe('ok')
    expect(await write(room, ada, [{ id: 'a', text: 'x' }], 'i-2-3/nothing')).toBe('not-found')
    expect(await write(room, ada, Array.from({ length: 11 }, (_, place) => ({ id: `a${place}`, text: 'x' })))).toBe('bad-payload')
    expect(await write(room, ada, [{ id: 'a', text: 'x' }, { id: 'a', text: 'y' }])).toBe('bad-payload')
  })

  it('K13: what stands in the field and is not added yet is kept for its writer, and nobody else hears of it', async () => {
    const room = await openCase()
    const [ada, ben] = [await room.seat('Ada', 0), await room.seat('Ben', 0)]
    const [adas, bens, trainer, stage] = [follow(ada.line), follow(ben.line), follow(room.trainer), follow(await room.projector())]
    const value = { lines: [{ id: 'a', text: '东泰' }], typed: '还没想好 ' }
    expect(await room.send(ada.line, 'answer:give', { topic: `case:${key}`, value })).toMatchObject({ ok: true })
    await until(() => adas()?.mine[`case:${key}`] !== undefined)
    expect(adas()?.mine[`case:${key}`]).toEqual(value)
    await until(() => bens()?.results.case?.[key]?.lines.length === 1)
    await until(() => trainer()?.results.case?.[key]?.lines.length === 1)
    expect(JSON.stringify([bens(), trainer(), stage()])).not.toContain('还没想好')
  })

  it('K7: only the trainer picks, and only on boards that there are', async () => {
    const room = await openCase()
    const ada = await room.seat('Ada', 0)
    expect(await room.send(ada.line, 'board:pick', { board: `case/${key}`, line: 'x', place: 0 })).toMatchObject({ ok: false, reason: 'not-allowed' })
    expect(await room.send(room.trainer, 'board:pick', { board: 'case/i-2-3/nothing', line: 'x', place: 0 })).toMatchObject({ ok: false, reason: 'not-found' })
    expect(await room.send(room.trainer, 'board:pick', { board: 'nonsense', line: 'x', place: 0 })).toMatchObject({ ok: false, reason: 'bad-payload' })
  })
})

describe('the end of the day', () => {
  it('R2: the room sees how many promised and the lines that were picked, with names only when people are shown', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada', 0)
    const stage = follow(await room.projector())
    await room.send(ada.line, 'answer:give', { topic: 'commitment:day', value: { text: '周一去东泰', date: '2026-11-30' } })
    await until(() => stage()?.results.commitment?.['day']?.count === 1)
    expect(stage()?.results.commitment?.['day']?.given).toEqual([])
    await room.does('board:pick', { board: 'commitments', line: ada.admission.participantId, place: 0 })
    await until(() => stage()?.results.commitment?.['day']?.given.length === 1)
    expect(stage()?.results.commitment?.['day']?.given).toEqual([{ participantId: '', text: '周一去东泰', date: '2026-11-30' }])
    await room.does('projector:set', { showPeople: true })
    await until(() => stage()?.results.commitment?.['day']?.given[0]?.participantId === ada.admission.participantId)
  })

  it('R3: feedback reaches the trainer as figures and lines without names, the projector as figures when shown, nobody else', async () => {
    const { room } = await start.classroom()
    const [ada, ben] = [await room.seat('Ada', 0), await room.seat('Ben', 0)]
    const [trainer, stage, bens] = [follow(room.trainer), follow(await room.projector()), follow(ben.line)]
    const say = async (seat: Seated, value: object): Promise<boolean> => (await room.send(seat.line, 'answer:give', { topic: 'feedback:day', value: value as never })).ok
    expect(await say(ada, { grades: { useful: 5, pace: 2 }, text: '下午再慢一点' })).toBe(true)
    expect(await say(ada, { grades: { useful: 4, pace: 2 }, text: '下午再慢一点' })).toBe(true)
    expect(await say(ben, { grades: {}, text: ' ' })).toBe(true)
    expect(await say(ben, { grades: { useful: 6 }, text: '' })).toBe(false)
    expect(await say(ben, { grades: { other: 1 }, text: '' })).toBe(false)
    await until(() => trainer()?.results.feedback?.['day']?.questions.useful.mean === 4)
    expect(trainer()?.results.feedback?.['day']).toMatchObject({ count: 1, lines: ['下午再慢一点'], questions: { pace: { counts: [0, 1, 0, 0, 0] } } })
    expect(JSON.stringify(trainer()?.results.feedback)).not.toContain(ada.admission.participantId)
    expect(stage()?.results.feedback).toBeUndefined()
    await room.does('projector:show', { scene: { kind: 'feedback' } })
    await until(() => stage()?.results.feedback?.['day']?.count === 1)
    expect(JSON.stringify(stage())).not.toContain('下午')
    expect(bens()?.results.feedback).toBeUndefined()
  })
})
