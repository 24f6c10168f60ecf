import { describe, expect, it } from 'vitest'
import type { AnswersView } from '../../../shared/answers/topics.ts'
import { until } from '../../support/until.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const start = stopAfterEach()
const commitment = { text: '周一去看启明', date: '2026-12-01' }

/** The latest of what a line was told. */
function follow(line: { readonly socket: { on(event: 'answers', hear: (view: AnswersView) => void): unknown } }): () => AnswersView | undefined {
  let seen: AnswersView | undefined
  line.socket.on('answers', (view) => { seen = view })
  return () => seen
}

describe('what people say one by one', () => {
  it('A4: the trainer reads it with the name, its author finds it again, nobody else sees it', async () => {
    const { room } = await start.classroom()
    const [ada, ben] = [await room.seat('Ada'), await room.seat('Ben')]
    const [trainer, adas, bens] = [follow(room.trainer), follow(ada.line), follow(ben.line)]
    expect(await room.send(ada.line, 'answer:give', { topic: 'commitment:day', value: commitment })).toEqual({ ok: true, value: null })
    const given = [{ participantId: ada.admission.participantId, ...commitment }]
    await until(() => trainer()?.results.commitment?.['day']?.given.length === 1)
    expect(trainer()?.results.commitment?.['day']).toEqual({ count: 1, given })
    await until(() => adas()?.mine['commitment:day'] !== undefined)
    expect(adas()).toEqual({ mine: { 'commitment:day': commitment }, results: { commitment: { day: { count: 1, given: [] } } } })
    await until(() => bens()?.results.commitment?.['day']?.count === 1)
    expect(JSON.stringify(bens())).not.toContain('启明')
  })

  it('A4: its author hears of it also while a document can not be read for the names that the room may not see', async () => {
    let isReadable = true
    const { room } = await start.classroom({
      wrapStorage: (storage) => ({ ...storage, documents: { ...storage.documents, load: (id) => (isReadable ? storage.documents.load(id) : Promise.reject(new Error('disk I/O error'))) } }),
    })
    const ada = await room.seat('Ada')
    const screen = await room.projector()
    await screen.view()
    const adas = follow(ada.line)
    isReadable = false
    await room.does('group:add', {})
    expect(await room.send(ada.line, 'answer:give', { topic: 'commitment:day', value: commitment })).toEqual({ ok: true, value: null })
    await until(() => adas()?.mine['commitment:day'] !== undefined, 'her own words')
  })

  it('A5: it is one answer however often it is sent, the latest, and it can be taken back', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada')
    const trainer = follow(room.trainer)
    for (const text of ['one', 'two', 'two']) await room.send(ada.line, 'answer:give', { topic: 'commitment:day', value: { text, date: null } })
    await until(() => trainer()?.results.commitment?.['day']?.given[0]?.text === 'two')
    expect(trainer()?.results.commitment?.['day']?.count).toBe(1)
    await room.send(ada.line, 'answer:give', { topic: 'commitment:day', value: null })
    await until(() => trainer()?.results.commitment?.['day']?.count === 0)
  })

  it('A6: what does not fit is refused and leaves what was said', async () => {
    const { room } = await start.classroom()
    const ada = await room.seat('Ada')
    const give = async (topic: string, value: object | null) => {
      const reply = await room.send(ada.line, 'answer:give', { topic, value: value as never })
      return reply.ok ? 'ok' : reply.reason
    }
    expect(await give('commitment:day', commitment)).toBe('ok')
    expect(await give('commitment:day', { text: 'x'.repeat(201), date: null })).toBe('bad-payload')
    expect(await give('commitment:day', { text: 'x', date: 'Monday' })).toBe('bad-payload')
    expect(await give('commitment:night', commitment)).toBe('not-found')
    expect(await give('nonsense:day', commitment)).toBe('not-found')
    expect(await give('commitment', commitment)).toBe('bad-payload')
    const reply = await room.send(room.trainer, 'answer:give', { topic: 'commitment:day', value: commitment })
    expect(reply).toMatchObject({ ok: false, reason: 'not-allowed' })
  })

  it('A7: it is there after a restart, and gone for the trainer when its author is removed', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'ketu-answers-')), 'ketu.db')
    const { server, room } = await start.classroom({ file })
    const ada = await room.seat('Ada')
    await room.send(ada.line, 'answer:give', { topic: 'commitment:day', value: commitment })
    room.close()
    await server.stop()
    const again = await start.server({ file })
    const classroom = again.app.classes.get(room.classId)
    expect(again.app.answers.mine(room.classId, ada.admission.participantId)).toEqual({ 'commitment:day': commitment })
    expect(again.app.answers.results(classroom.state(), { role: 'trainer' }).commitment?.['day']?.count).toBe(1)
    await classroom.change((state) => ({ ...state, participants: state.participants.map((one) => ({ ...one, removedAt: 1 })) }))
    expect(again.app.answers.results(classroom.state(), { role: 'trainer' }).commitment?.['day']?.count).toBe(0)
  })
})
