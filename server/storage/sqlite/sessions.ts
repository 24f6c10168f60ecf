import type { Session, SessionKind, SessionRepository } from '../../domain/access/SessionRepository.ts'
import { inTransaction, isNull, numberOf, textOf, type Driver, type Row } from './driver.ts'
import type { Writes } from './housekeeping.ts'
import { markOf } from './wipedMark.ts'

const kinds: readonly SessionKind[] = ['trainer', 'trainer-link', 'participant', 'projector', 'reentry']

export function createSessionRepository(driver: Driver, { write, synced }: Writes): SessionRepository {
  const insert = driver.prepare(
    'INSERT OR REPLACE INTO sessions (token_hash, kind, class_id, participant_id, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const select = driver.prepare('SELECT * FROM sessions WHERE token_hash = ?')
  const remove = driver.prepare('DELETE FROM sessions WHERE token_hash = ?')
  const removeMatching = driver.prepare(
    'DELETE FROM sessions WHERE (?1 IS NULL OR class_id = ?1) AND (?2 IS NULL OR participant_id = ?2) AND (?3 IS NULL OR kind = ?3)',
  )
  const removeExpired = driver.prepare('DELETE FROM sessions WHERE expires_at <= ?')
  const marked = driver.prepare('SELECT 1 FROM wiped_sessions WHERE mark = ?')
  const dropMarks = driver.prepare('DELETE FROM wiped_sessions WHERE expires_at <= ?')
  const find = (tokenHash: string): Session | undefined => select.all([tokenHash]).map(toSession)[0]
  return {
    async put(session) {
      await write(0, () => insert.run([session.tokenHash, session.kind, session.classId, session.participantId, session.createdAt, session.expiresAt]))
      await synced()
    },
    async find(tokenHash) {
      return find(tokenHash)
    },
    async take(tokenHash) {
      const taken = await write(0, () =>
        inTransaction(driver, () => {
          const session = find(tokenHash)
          remove.run([tokenHash])
          return session
        }))
      await synced()
      return taken
    },
    async prune(now) {
      return write(0, () => {
        dropMarks.run([now])
        return removeExpired.run([now]).changes
      })
    },
    wasWiped: async (tokenHash) => marked.all([markOf(tokenHash)]).length > 0,
    async removeOf({ classId, participantId, kind }) {
      // An empty match would log everybody out: nobody means that.
      if (classId === undefined && participantId === undefined && kind === undefined) return
      await write(0, () => removeMatching.run([classId ?? null, participantId ?? null, kind ?? null]))
      await synced()
    },
  }
}

function toSession(row: Row): Session {
  const kind = kinds.find((one) => one === row['kind'])
  if (!kind) throw new TypeError('a session of unknown kind')
  return {
    tokenHash: textOf(row, 'token_hash'),
    kind,
    classId: isNull(row, 'class_id') ? null : textOf(row, 'class_id'),
    participantId: isNull(row, 'participant_id') ? null : textOf(row, 'participant_id'),
    createdAt: numberOf(row, 'created_at'),
    expiresAt: numberOf(row, 'expires_at'),
  }
}
