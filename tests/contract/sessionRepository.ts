import { describe, expect, it } from 'vitest'
import type { Session, SessionRepository } from '../../server/domain/access/SessionRepository.ts'

export const buildSession = (changes: Partial<Session> = {}): Session => ({
  tokenHash: 'hash', kind: 'participant', classId: 'c1', participantId: 'ada', createdAt: 1, expiresAt: 2, ...changes,
})

/** What every SessionRepository promises. */
export function describeSessionRepository(backend: string, open: () => Promise<{ sessions: SessionRepository; close: () => Promise<void> }>): void {
  const on = (name: string, test: (sessions: SessionRepository) => Promise<void>) =>
    it(name, async () => {
      const { sessions, close } = await open()
      try {
        await test(sessions)
      } finally {
        await close()
      }
    })

  describe(`SessionRepository on ${backend}`, () => {
    on('S1: gives back what was put, also past its time; the caller looks at that', async (sessions) => {
      const trainer = buildSession({ tokenHash: 't', kind: 'trainer', classId: null, participantId: null, expiresAt: 0 })
      await sessions.put(buildSession())
      await sessions.put(trainer)
      expect(await sessions.find('hash')).toEqual(buildSession())
      expect(await sessions.find('t')).toEqual(trainer)
      expect(await sessions.find('other')).toBeUndefined()
    })
    on('S2: putting the same token again replaces it', async (sessions) => {
      await sessions.put(buildSession())
      await sessions.put(buildSession({ expiresAt: 99 }))
      expect(await sessions.find('hash')).toMatchObject({ expiresAt: 99 })
    })
    on('S3: a single-use token is taken once, also when two ask at the same time', async (sessions) => {
      await sessions.put(buildSession({ kind: 'reentry' }))
      const taken = await Promise.all([sessions.take('hash'), sessions.take('hash'), sessions.take('hash')])
      expect(taken.filter(Boolean)).toHaveLength(1)
      expect(await sessions.find('hash')).toBeUndefined()
    })
    on('S4: prunes what is over, and only that', async (sessions) => {
      await sessions.put(buildSession({ tokenHash: 'old', expiresAt: 10 }))
      await sessions.put(buildSession({ tokenHash: 'good', expiresAt: 11 }))
      expect(await sessions.prune(10)).toBe(1)
      expect(await sessions.find('old')).toBeUndefined()
      expect(await sessions.find('good')).toBeDefined()
    })
  })
}
