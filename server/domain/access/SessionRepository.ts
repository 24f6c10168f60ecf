/** Tokens are random; only their SHA-256 is stored. */
export type SessionKind = 'trainer' | 'trainer-link' | 'participant' | 'projector' | 'reentry'
export interface Session {
  readonly tokenHash: string
  readonly kind: SessionKind
  /** null for the trainer, who has all classes of this server. */
  readonly classId: string | null
  readonly participantId: string | null
  readonly createdAt: number
  readonly expiresAt: number
}
export interface SessionRepository {
  put(session: Session): Promise<void>
  /** Undefined when unknown; the caller checks `expiresAt`. */
  find(tokenHash: string): Promise<Session | undefined>
  /** Takes a single-use token: returns it once and removes it. */
  take(tokenHash: string): Promise<Session | undefined>
  /** Removes all whose time was over at `now`. @returns how many. */
  prune(now: number): Promise<number>
  /**
   * Whether a device held this token of a class that was wiped. Of a wiped class nothing else is remembered, and this only for
   * as long as the session would have lasted: so that a device that comes later removes its own copy.
   */
  wasWiped(tokenHash: string): Promise<boolean>
}
