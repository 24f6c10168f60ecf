import { z } from 'zod'
import { mergeIdeas, tidyIdeas, writtenIdeas } from '../../../../shared/alone/ideas.ts'
import {
  aloneExercises, type AloneKind, aloneLimit, type AloneResult, type AloneRound, askedOf, type BlindGrades, DONT_KNOW, type Figures, type Ideas, kindOf, roundKey, type Weights,
} from '../../../../shared/alone/model.ts'
import type { TopicValue } from '../../../../shared/answers/topics.ts'
import { rowIdPattern } from '../../../../shared/groupwork/cells.ts'
import { Refusal } from '../../../../shared/protocol/reply.ts'
import { MAX_LEVELS } from '../../../../shared/scale/model.ts'
import { roundOf } from '../../class/alone.ts'
import type { ClassState, StoredParticipant } from '../../class/ClassState.ts'
import { present } from '../../class/roster.ts'
import { isNobody } from '../nobody.ts'
import { parse } from '../../parse.ts'
import type { Audience, Given, TopicKind } from '../TopicKind.ts'

/** The group's latest round of this very number; an earlier one can't be entered any more, and is read by nobody. */
function findRound(state: ClassState, kind: AloneKind, key: string): AloneRound | undefined {
  const [groupId = '', name = ''] = key.split('/')
  const exercise = aloneExercises.find((one) => one === name)
  const round = exercise && kindOf(exercise) === kind ? roundOf(state, groupId, exercise) : undefined
  return round && roundKey(round) === key ? round : undefined
}

function authorize(kind: AloneKind, state: ClassState, key: string, person: StoredParticipant): void {
  const round = findRound(state, kind, key)
  if (!round) throw new Refusal('not-found', 'no such round')
  if (!askedOf(round, [person]).includes(person)) throw new Refusal('not-allowed', 'others are asked')
  if (round.state !== 'open') throw new Refusal('wrong-state', 'the round has ended')
}

/** Before it is shown nobody learns more than who is done; then the group does, the trainer, and the room if the trainer shows it there. */
function mayRead(state: ClassState, { groupId, exercise, state: stands }: AloneRound, audience: Audience): 'figures' | 'progress' | 'nothing' {
  if (stands === 'dropped') return 'nothing'
  const readable = stands === 'shown' ? 'figures' : 'progress'
  if (audience.role === 'trainer') return readable
  if (audience.role === 'participant') return audience.groupId === groupId ? readable : 'nothing'
  const { scene } = state.projector
  return scene.kind === 'alone' && scene.groupId === groupId && scene.exercise === exercise ? readable : 'nothing'
}

function resultOf<V extends { readonly done: boolean }, S>(round: AloneRound, audience: Audience, state: ClassState, given: readonly Given<V>[], show: (values: readonly V[]) => S): AloneResult<S> | null {
  const reads = mayRead(state, round, audience)
  if (reads === 'nothing') return null
  // Who was moved to another group takes their figures out of this one; they come back with the person. What came with an archive is nobody's.
  const asked = askedOf(round, present(state)).map(({ id }) => id)
  const theirs = given.filter(({ participantId }) => asked.includes(participantId) || isNobody(participantId))
  const enteredIds = theirs.filter(({ value }) => value.done).map(({ participantId }) => participantId)
  return {
    entered: enteredIds.length,
    enteredIds: audience.role === 'projector' ? [] : asked.filter((id) => enteredIds.includes(id)),
    asked: Math.max(asked.length, enteredIds.length),
    shown: reads === 'figures' ? show(theirs.map(({ value }) => value)) : null,
  }
}

/** What the three kinds have in common: all but what is given and what is shown of it. */
function aloneTopic<K extends AloneKind, S>(kind: K, parse: (value: unknown) => TopicValue<K>, show: (values: readonly TopicValue<K>[]) => S) {
  return {
    parse, anonymous: true as const,
    authorize: (state: ClassState, key: string, person: StoredParticipant): void => authorize(kind, state, key, person),
    results(state: ClassState, audience: Audience, given: (key: string) => readonly Given<TopicValue<K>>[]): Readonly<Record<string, AloneResult<S>>> {
      const rounds = Object.values(state.alone).filter(({ exercise, groupId }) => kindOf(exercise) === kind && state.groups.some(({ id }) => id === groupId))
      return Object.fromEntries(rounds.flatMap((round) => {
        const result = resultOf(round, audience, state, given(roundKey(round)), show)
        return result ? [[roundKey(round), result] as const] : []
      }))
    },
  }
}

const RowId = z.string().regex(rowIdPattern)
const atMost = (max: number) => (record: object): boolean => Object.keys(record).length <= max
const ideasSchema: z.ZodType<Ideas> = z.strictObject({ lines: z.array(z.string().max(aloneLimit.idea * 2)).max(aloneLimit.ideas), done: z.boolean(), typed: z.string().max(aloneLimit.idea * 2).optional() })
const weightsSchema: z.ZodType<Weights> = z.strictObject({ weights: z.record(RowId, z.number().min(0).max(100)).refine(atMost(aloneLimit.factors)), done: z.boolean() })
const levels = z.record(RowId, z.int().min(DONT_KNOW).max(MAX_LEVELS)).refine(atMost(aloneLimit.factors))
const gradesSchema: z.ZodType<BlindGrades> = z.strictObject({ grades: z.record(RowId, levels).refine(atMost(aloneLimit.customers)), done: z.boolean() })

const sorted = (figures: Figures): Figures => figures.toSorted((one, other) => one - other)
/** Figures by id, each list in ascending order, so that no place in it says whose they are. */
const gather = (records: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, Figures>> =>
  Object.fromEntries(byId(records).map(([id, figures]) => [id, sorted(figures)]))

/** Looked up by entries alone: an id is anybody's word, such as "constructor". */
function byId<T>(records: readonly Readonly<Record<string, T>>[]): readonly (readonly [string, readonly T[]])[] {
  const found = new Map<string, T[]>()
  for (const [id, value] of records.flatMap((record) => Object.entries(record))) found.set(id, [...(found.get(id) ?? []), value])
  return [...found]
}

export const ideasTopic: TopicKind<'ideas'> = aloneTopic('ideas', (value) => tidyIdeas(parse(ideasSchema, value)), (values) => mergeIdeas(values.map(writtenIdeas)))

export const weightsTopic: TopicKind<'weights'> = aloneTopic('weights', (value) => parse(weightsSchema, value), (values) => gather(values.map(({ weights }) => weights)))

export const gradesTopic: TopicKind<'grades'> = aloneTopic('grades', (value) => parse(gradesSchema, value), (values) =>
  Object.fromEntries(byId(values.map(({ grades }) => grades)).map(([customerId, graded]) => [customerId, gather(graded)])))
