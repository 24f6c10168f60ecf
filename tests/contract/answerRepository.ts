import { describe, expect, it } from 'vitest'
import type { AnswerRepository, StoredAnswer } from '../../server/domain/answers/AnswerRepository.ts'
import type { Storage } from '../../server/domain/Storage.ts'

const answer = (change: Partial<StoredAnswer> = {}): StoredAnswer => ({ classId: 'class', topic: 'poll:one', participantId: 'ada', at: 1, value: { choice: 2 }, ...change })

export function describeAnswerRepository(backend: string, open: () => Promise<{ readonly storage: Storage; readonly close: () => Promise<void> }>): void {
  const run = async (test: (answers: AnswerRepository, storage: Storage) => Promise<void>): Promise<void> => {
    const { storage, close } = await open()
    try {
      await test(storage.answers, storage)
    } finally {
      await close()
    }
  }
  describe(`AnswerRepository on ${backend}`, () => {
    it('A1: one answer for each person and topic, the latest', () => run(async (answers) => {
      await answers.put(answer())
      await answers.put(answer({ at: 2, value: ['今天', 'null', null] }))
      await answers.put(answer({ participantId: 'ben', at: 3, value: '"' }))
      expect(await answers.list('class')).toEqual([answer({ at: 2, value: ['今天', 'null', null] }), answer({ participantId: 'ben', at: 3, value: '"' })])
      expect(await answers.list('other')).toEqual([])
    }))
    it('A2: what is taken back is gone; others stay', () => run(async (answers) => {
      for (const one of [answer(), answer({ participantId: 'ben' }), answer({ topic: 'poll:two' })]) await answers.put(one)
      await answers.remove('class', 'poll:one', 'ada')
      expect((await answers.list('class')).map(({ topic, participantId }) => `${topic} ${participantId}`)).toEqual(['poll:one ben', 'poll:two ada'])
    }))
    it('A3: a class that is wiped takes its answers with it', () => run(async (answers, storage) => {
      await answers.put(answer())
      await answers.put(answer({ classId: 'other' }))
      await storage.classes.wipe('class')
      expect([await answers.list('class'), await answers.list('other')]).toEqual([[], [answer({ classId: 'other' })]])
    }))
  })
}
