import { Refusal } from '../../../shared/protocol/reply.ts'
import type { Classes } from '../class/Classes.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../Log.ts'
import type { Actor } from './Actor.ts'
import type { Session, SessionKind, SessionRepository } from './SessionRepository.ts'
import { hashReentryCode, hashToken, newReentryCode, newToken } from './tokens.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** A trainer's cookie, and the longest that a class's devices and projector are known. */
export const SESSION_MS = 30 * DAY_MS
/** The link printed at the start may wait until the trainer has found the cable. */
export const LINK_MS = 12 * 60 * MINUTE_MS
export const REENTRY_MS = 10 * MINUTE_MS

export interface Access {
  /** A key for one exchange. */
  createLink(): Promise<{ readonly key: string; readonly expiresAt: number }>
  /** Takes the key and gives the trainer's token for the cookie. @throws Refusal 'wrong-code' */
  exchangeLink(key: string): Promise<string>
  admit(classId: string, participantId: string): Promise<string>
  createProjector(classId: string): Promise<string>
  createReentry(classId: string, participantId: string): Promise<{ readonly code: string; readonly expiresAt: number }>
  /** Whether the code is good now; it stays so. */
  isReentry(classId: string, code: string): Promise<boolean>
  /** Who may go on with this code; it is used up. @throws Refusal 'wrong-code' */
  takeReentry(classId: string, code: string): Promise<string>
  isTrainer(token: string): Promise<boolean>
  /**
   * Who holds the token now: the group is looked up each time. Undefined when unknown, expired, or removed from the class.
   * @throws Refusal 'class-ended' to a participant of a class that has ended.
   */
  actorOf(token: string): Promise<Actor | undefined>
  /** As `actorOf`, also in a class that has ended: for what people take home. */
  holderOf(token: string): Promise<Actor | undefined>
  /** Whether it is a token of a class whose customers' names were taken out: what a device kept of it has to go. */
  isOfNameless(token: string): Promise<boolean>
  /** Whether it was a token of a class that was wiped. */
  isOfWiped(token: string): Promise<boolean>
  /** Whether it is the token of somebody whom the trainer has removed, and may restore: then it is good again. */
  isRemoved(token: string): Promise<boolean>
}

export interface AccessParts {
  readonly sessions: SessionRepository
  readonly classes: Classes
  readonly clock: Clock
  readonly log: Log
}

/** @throws Refusal 'disk-full' wherever a session is made that can't be kept */
export function createAccess({ sessions, classes, clock, log }: AccessParts): Access {
  const put = async (tokenHash: string, kind: SessionKind, forMs: number, whose: { classId?: string; participantId?: string } = {}): Promise<number> => {
    const createdAt = clock.now()
    const expiresAt = createdAt + forMs
    try {
      await sessions.put({ tokenHash, kind, classId: whose.classId ?? null, participantId: whose.participantId ?? null, createdAt, expiresAt })
    } catch (error) {
      log.error('access.session-not-kept', { kind, error })
      throw new Refusal('disk-full', 'the session could not be written')
    }
    return expiresAt
  }
  const isGood = (session: Session | undefined, kind: SessionKind): session is Session =>
    session !== undefined && session.kind === kind && session.expiresAt > clock.now()

  function holder(session: Session): Actor | undefined {
    if (session.kind === 'trainer') return { role: 'trainer' }
    if (session.classId === null) return undefined
    const state = classes.find(session.classId)?.state()
    if (!state) return undefined
    if (session.kind === 'projector') return { role: 'projector', classId: state.id }
    if (session.kind !== 'participant') return undefined
    const person = state.participants.find((one) => one.id === session.participantId)
    if (!person || person.removedAt !== null) return undefined
    return { role: 'participant', classId: state.id, participantId: person.id, groupId: person.groupId }
  }

  async function holderOf(token: string): Promise<Actor | undefined> {
    const session = await sessions.find(hashToken(token))
    return session && session.expiresAt > clock.now() ? holder(session) : undefined
  }

  return {
    async createLink() {
      const key = newToken()
      return { key, expiresAt: await put(hashToken(key), 'trainer-link', LINK_MS) }
    },
    async exchangeLink(key) {
      if (!isGood(await sessions.take(hashToken(key)), 'trainer-link')) throw new Refusal('wrong-code', 'the link was used already or is too old')
      const token = newToken()
      await put(hashToken(token), 'trainer', SESSION_MS)
      return token
    },
    async admit(classId, participantId) {
      const token = newToken()
      await put(hashToken(token), 'participant', SESSION_MS, { classId, participantId })
      return token
    },
    async createProjector(classId) {
      classes.get(classId)
      const token = newToken()
      await put(hashToken(token), 'projector', SESSION_MS, { classId })
      return token
    },
    async createReentry(classId, participantId) {
      const code = newReentryCode()
      return { code, expiresAt: await put(hashReentryCode(classId, code), 'reentry', REENTRY_MS, { classId, participantId }) }
    },
    isReentry: async (classId, code) => isGood(await sessions.find(hashReentryCode(classId, code)), 'reentry'),
    async takeReentry(classId, code) {
      const session = await sessions.take(hashReentryCode(classId, code))
      if (!isGood(session, 'reentry') || session.participantId === null) throw new Refusal('wrong-code', 'the re-entry code is wrong, used or too old')
      return session.participantId
    },
    isTrainer: async (token) => isGood(await sessions.find(hashToken(token)), 'trainer'),
    async actorOf(token) {
      const actor = await holderOf(token)
      if (actor?.role === 'participant' && classes.find(actor.classId)?.state().endedAt != null) throw new Refusal('class-ended', 'the class has ended')
      return actor
    },
    holderOf,
    async isOfNameless(token) {
      const session = await sessions.find(hashToken(token))
      return session !== undefined && session.classId !== null && classes.find(session.classId)?.state().namesWipedAt != null
    },
    isOfWiped: (token) => sessions.wasWiped(hashToken(token)),
    async isRemoved(token) {
      const session = await sessions.find(hashToken(token))
      if (!isGood(session, 'participant') || session.classId === null) return false
      return classes.find(session.classId)?.state().participants.some((one) => one.id === session.participantId && one.removedAt !== null) ?? false
    },
  }
}
