import { type AnswersView, MAX_ANSWER_BYTES, type TopicKindName, type TopicResult, type TopicValue } from '../../../shared/answers/topics.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { ClassActor } from '../class/ClassActor.ts'
import type { Classes } from '../class/Classes.ts'
import type { ClassState } from '../class/ClassState.ts'
import { participantOf, present } from '../class/roster.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../Log.ts'
import type { AnswerRepository, StoredAnswer } from './AnswerRepository.ts'
import { isNobody } from './nobody.ts'
import { findTopic, kindNames, keyOf, topicKinds } from './topics/all.ts'
import type { Audience, Given } from './TopicKind.ts'

export interface Answers {
  /**
   * Takes what a person says on a topic, in place of what they said before; null takes it back. Resolves when it is on disk.
   * @throws Refusal 'bad-payload' | 'not-found' | 'not-allowed' | 'wrong-state' | 'locked' | 'too-large' | 'disk-full'
   */
  give(classroom: ClassActor, participantId: string, topic: string, value: unknown): Promise<void>
  /** All that was said on a topic by people who are in the class, or came with its archive, the earliest first. */
  on<K extends TopicKindName>(state: ClassState, kind: K, key: string): readonly Given<TopicValue<K>>[]
  mine(classId: string, participantId: string): AnswersView['mine']
  /** What this audience may see now. */
  results(state: ClassState, audience: Audience): AnswersView['results']
  /** Everything that was said in a class, for its archive. */
  all(classId: string): readonly StoredAnswer[]
  /** Takes over what an archive says. Resolves when it is on disk. */
  restore(answers: readonly StoredAnswer[]): Promise<void>
  /** Other values in the place of all that was said in a class, such as without names. @returns how many there are, when they are on disk. */
  rewrite(classId: string, change: (value: unknown) => unknown): Promise<number>
  /** Somebody said something. @returns ends it */
  onChange(listener: (classId: string) => void): () => void
}

export interface AnswersParts {
  readonly repository: AnswerRepository
  readonly classes: Classes
  readonly clock: Clock
  readonly log: Log
}
/** By topic, then by person. */
type Said = Map<string, Map<string, StoredAnswer>>

/** What people say one by one. All of it is in memory, as it was last written to the disk. */
export async function openAnswers({ repository, classes, clock, log }: AnswersParts): Promise<Answers> {
  const byClass = new Map<string, Said>()
  const listeners = new Set<(classId: string) => void>()
  const changed = (classId: string): void => listeners.forEach((listener) => listener(classId))

  function saidIn(classId: string): Said {
    const said = byClass.get(classId) ?? new Map<string, Map<string, StoredAnswer>>()
    byClass.set(classId, said)
    return said
  }
  function keep(answer: StoredAnswer): void {
    const said = saidIn(answer.classId)
    const ofTopic = said.get(answer.topic) ?? new Map<string, StoredAnswer>()
    said.set(answer.topic, ofTopic)
    ofTopic.set(answer.participantId, answer)
  }
  const load = async (classId: string): Promise<void> => (await repository.list(classId)).forEach(keep)
  for (const classroom of classes.list()) await load(classroom.id)
  classes.listen({ wiped: (classId) => void byClass.delete(classId), returned: load })

  async function onDisk(work: Promise<void>): Promise<void> {
    try {
      await work
    } catch (error) {
      if (error instanceof Refusal) throw error
      log.error('answers.save-failed', { error })
      throw new Refusal('disk-full', 'the answer could not be written')
    }
  }

  function on<K extends TopicKindName>(state: ClassState, kind: K, key: string): readonly Given<TopicValue<K>>[] {
    const there = new Set(present(state).map(({ id }) => id))
    const ofTopic = [...(byClass.get(state.id)?.get(`${kind}:${key}`)?.values() ?? [])].filter(({ participantId }) => there.has(participantId) || isNobody(participantId))
    // Stored as this kind's `parse` returned it.
    return ofTopic.sort((one, other) => one.at - other.at).map(({ participantId, value }) => ({ participantId, value: value as TopicValue<K> }))
  }
  function resultsOf<K extends TopicKindName>(kind: K, state: ClassState, audience: Audience): Readonly<Record<string, TopicResult<K>>> {
    const keys = [...(byClass.get(state.id)?.keys() ?? [])].filter((topic) => topic.startsWith(`${kind}:`)).map(keyOf)
    return topicKinds[kind].results(state, audience, (key) => on(state, kind, key), keys)
  }

  const all = (classId: string): readonly StoredAnswer[] => [...(byClass.get(classId)?.values() ?? [])].flatMap((people) => [...people.values()])

  return {
    on, all,
    async give(classroom, participantId, topic, value) {
      const found = findTopic(topic)
      if (!found) throw new Refusal('not-found', 'no such topic')
      const { kind, key } = found
      const state = classroom.state()
      topicKinds[kind].authorize(state, key, participantOf(state, participantId))
      const classId = classroom.id
      // Who of them this person was, nobody knows: a second vote could not be told from the first.
      const came = [...(byClass.get(classId)?.get(topic)?.keys() ?? [])].some(isNobody)
      if (came) throw new Refusal('wrong-state', 'what was said here came with an archive, and stands')
      if (value === null) {
        await onDisk(repository.remove(classId, topic, participantId))
        byClass.get(classId)?.get(topic)?.delete(participantId)
        return changed(classId)
      }
      const answer: StoredAnswer = { classId, topic, participantId, at: clock.now(), value: topicKinds[kind].parse(value, key, state) }
      if (Buffer.byteLength(JSON.stringify(answer.value)) > MAX_ANSWER_BYTES) throw new Refusal('too-large', 'that is too much for one answer')
      await onDisk(repository.put(answer))
      // Wiped meanwhile: its rows are gone, and so must this be.
      if (classes.find(classId) === undefined) return onDisk(repository.remove(classId, topic, participantId))
      keep(answer)
      changed(classId)
    },
    mine(classId, participantId) {
      const found: Record<string, unknown> = {}
      for (const [topic, people] of byClass.get(classId) ?? []) {
        const own = people.get(participantId)
        if (own) found[topic] = own.value
      }
      return found
    },
    results(state, audience) {
      const found: Record<string, object> = {}
      for (const kind of kindNames) {
        const results = resultsOf(kind, state, audience)
        if (Object.keys(results).length > 0) found[kind] = results
      }
      return found as AnswersView['results']
    },
    async restore(answers) {
      for (const answer of answers) {
        await onDisk(repository.put(answer))
        keep(answer)
      }
    },
    async rewrite(classId, change) {
      const said = all(classId)
      for (const answer of said) {
        const next = { ...answer, value: change(answer.value) }
        await onDisk(repository.put(next))
        keep(next)
      }
      changed(classId)
      return said.length
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
