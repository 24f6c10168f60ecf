import type { TopicKindName, TopicResult, TopicValue } from '../../../shared/answers/topics.ts'
import type { ClassState, StoredParticipant } from '../class/ClassState.ts'

export interface Given<V> {
  readonly participantId: string
  readonly value: V
}
/** Who looks: everybody of a group sees the same. */
export type Audience = { readonly role: 'trainer' } | { readonly role: 'projector' } | { readonly role: 'participant'; readonly groupId: string }

/** The rules of one kind of topic: one file each, in `topics/`, registered in `topics/all.ts`. */
export interface TopicKind<K extends TopicKindName> {
  /** Nobody is told who said what; the store alone knows, and forgets it where a class leaves this server. */
  readonly anonymous?: true
  /** @throws Refusal 'bad-payload' | 'not-found' when the value is not one of this topic */
  parse(value: unknown, key: string, state: ClassState): TopicValue<K>
  /** Whether this person may say something on it now, also take it back. @throws Refusal 'not-allowed' | 'wrong-state' | 'locked' */
  authorize(state: ClassState, key: string, person: StoredParticipant): void
  /** What this audience may see now, by key. `given` has the answers of people who are in the class, the earliest first. */
  results(state: ClassState, audience: Audience, given: (key: string) => readonly Given<TopicValue<K>>[], keys: readonly string[]): Readonly<Record<string, TopicResult<K>>>
}
