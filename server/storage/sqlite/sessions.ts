import { createHash } from 'node:crypto'
import type { Session, SessionKind, SessionRepository } from '../../domain/access/SessionRepository.ts'
import { isNull, numberOf, textOf, type Driver, type Row } from './driver.ts'
import type { Writes } from './housekeeping.ts'

const kinds: readonly SessionKind[] = ['trainer', 'trainer-link', 'participant', 'projector', 'reentry']

/** What stays of a wiped class's session: a hash of the token's hash, which tells nothing and opens nothing. */
const markOf = (tokenHash: string): string => createHash('sha256').update(`wiped:${tokenHash}`).digest('base64url')

/** So many are kept in memory: everybody of a few large classes. */
const KNOWN = 5_000

export interface Sessions extends SessionRepository {
  /** Removes those of a class, within its transaction, and keeps the marks of its devices. */
  wipe(classId: string): void
}

/** Asked with every connection, when a whole hall comes back at once: so the newest are known without asking the file. */
export function createSessionRepository(driver: Driver, { write, synced }: Writes): Sessions {
  const insert = driver.prepare(
    'INSERT OR REPLACE INTO sessions (token_hash, kind, class_id, participant_id, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const select = driver.prepare('SELECT * FROM sessions WHERE token_hash = ?')
  const remove = driver.prepare('DELETE FROM sessions WHERE token_hash = ?')
  const removeExpired = driver.prepare('DELETE FROM sessions WHERE expires_at <= ?')
  const participantsOf = driver.prepare("SELECT token_hash, expires_at FROM sessions WHERE class_id = ? AND kind = 'participant'")
  const removeOfClass = driver.prepare('DELETE FROM sessions WHERE class_id = ?')
  const mark = driver.prepare('INSERT OR IGNORE INTO wiped_sessions (mark, expires_at) VALUES (?, ?)')
  const marked = driver.prepare('SELECT 1 FROM wiped_sessions WHERE mark = ?')
  const dropMarks = driver.prepare('DELETE FROM wiped_sessions WHERE expires_at <= ?')
  /** Of what is in the file, the oldest first. */
  const known = new Map<string, Session>()
  function know(session: Session): void {
    known.set(session.tokenHash, session)
    const [oldest] = known.keys()
    if (known.size > KNOWN && oldest !== undefined) known.delete(oldest)
  }
  const forget = (matches: (session: Session) => boolean): void => {
    for (const session of known.values()) if (matches(session)) known.delete(session.tokenHash)
  }
  const stored = (tokenHash: string): Session | undefined => select.all([tokenHash]).map(toSession)[0]
  driver.prepare('SELECT * FROM sessions ORDER BY created_at DESC LIMIT ?').all([KNOWN]).map(toSession).reverse().forEach(know)

  return {
    async put(session) {
      await write(0, () => insert.run([session.tokenHash, session.kind, session.classId, session.participantId, session.createdAt, session.expiresAt]))
      know(session)
      await synced()
    },
    async find(tokenHash) {
      const here = known.get(tokenHash)
      if (here) return here
      const found = stored(tokenHash)
      if (found) know(found)
      return found
    },
    async take(tokenHash) {
      const taken = await write(0, () => {
        const session = stored(tokenHash)
        remove.run([tokenHash])
        known.delete(tokenHash)
        return session
      })
      await synced()
      return taken
    },
    async prune(now) {
      return write(0, () => {
        dropMarks.run([now])
        forget(({ expiresAt }) => expiresAt <= now)
        return removeExpired.run([now]).changes
      })
    },
    wasWiped: async (tokenHash) => marked.all([markOf(tokenHash)]).length > 0,
    wipe(classId) {
      for (const session of participantsOf.all([classId])) mark.run([markOf(textOf(session, 'token_hash')), numberOf(session, 'expires_at')])
      removeOfClass.run([classId])
      forget((session) => session.classId === classId)
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
