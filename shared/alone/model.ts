import { textLimit } from '../groupwork/cells.ts'
import type { Axis } from '../scale/model.ts'

/** What each member of a group does alone first: names factors, weighs them, grades the same customers. */
export const aloneExercises = ['ideas-potential', 'ideas-relationship', 'weights-potential', 'weights-relationship', 'grades'] as const
export type AloneExercise = (typeof aloneExercises)[number]
export const aloneKinds = ['ideas', 'weights', 'grades'] as const
export type AloneKind = (typeof aloneKinds)[number]

const subjects: Readonly<Record<AloneExercise, { readonly kind: AloneKind; readonly axis: Axis | null }>> = {
  'ideas-potential': { kind: 'ideas', axis: 'potential' },
  'ideas-relationship': { kind: 'ideas', axis: 'relationship' },
  'weights-potential': { kind: 'weights', axis: 'potential' },
  'weights-relationship': { kind: 'weights', axis: 'relationship' },
  grades: { kind: 'grades', axis: null },
}
export const kindOf = (exercise: AloneExercise): AloneKind => subjects[exercise].kind
/** null: of both scales. */
export const axisOf = (exercise: AloneExercise): Axis | null => subjects[exercise].axis

/** What may be done alone before the work on an activity. */
export const exercisesOf = (activity: string | null): readonly AloneExercise[] =>
  aloneExercises.filter((exercise) => (axisOf(exercise) ?? 'measure') === activity)

/**
 * One time that a group does an exercise alone. Only the latest of each exercise is kept; what was given in earlier ones
 * stays on the disk, and with those who gave it.
 */
export interface AloneRound {
  readonly groupId: string
  readonly exercise: AloneExercise
  /** From 1. */
  readonly number: number
  /** 'open': everybody enters, nobody reads. 'shown': the group reads, nobody enters. 'dropped': ended without being shown. */
  readonly state: 'open' | 'shown' | 'dropped'
  readonly openedAt: number
  /** Who is asked; null: everybody in the group. */
  readonly graderIds: readonly string[] | null
  /** Of 'grades': which customers; empty: the first few of the group's list. */
  readonly customerIds: readonly string[]
}
/** `roundsByMembers`: what goes beyond is left for the trainer, so that no member can use them up. */
export const aloneLimit = { customers: 8, graders: 60, rounds: 200, roundsByMembers: 50, ideas: 8, idea: textLimit.name, factors: 80 } as const
/** How many customers are graded where nobody chose them: more than that takes longer than the exercise has. */
export const CUSTOMERS_AT_ONCE = 3

/** Where a round stands in the class, and what is the key of its answers. */
export const placeOf = (groupId: string, exercise: AloneExercise): string => `${groupId}/${exercise}`
export const roundKey = ({ groupId, exercise, number }: Pick<AloneRound, 'groupId' | 'exercise' | 'number'>): string => `${placeOf(groupId, exercise)}/${number}`

/** The members who are asked. */
export const askedOf = <P extends { readonly id: string; readonly groupId: string }>(round: Pick<AloneRound, 'groupId' | 'graderIds'>, people: readonly P[]): readonly P[] =>
  people.filter(({ id, groupId }) => groupId === round.groupId && (round.graderIds === null || round.graderIds.includes(id)))

/** `done`: this person has nothing to add. What is not done yet counts all the same when the round is shown. */
export interface Ideas {
  readonly lines: readonly string[]
  readonly done: boolean
  /** What stands in the field and is not noted yet. It counts when the round is shown. */
  readonly typed?: string | undefined
}
/** Percent points by factor id. */
export interface Weights {
  readonly weights: Readonly<Record<string, number>>
  readonly done: boolean
}
/** Levels by customer id and factor id. */
export interface BlindGrades {
  readonly grades: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly done: boolean
}
/** In the place of a level: "we don't know", which is an answer. */
export const DONT_KNOW = 0

/** The same words of several people are one idea. */
export interface MergedIdea {
  readonly text: string
  /** How many people had it. */
  readonly people: number
}
/** Figures without names, the lowest first: nothing tells which of them belong to one person. */
export type Figures = readonly number[]

/** What may be known of a round. */
export interface AloneResult<S> {
  /** How many of those asked are done, and which ones. The room is told no ids. */
  readonly entered: number
  readonly enteredIds: readonly string[]
  readonly asked: number
  /** Once it is shown. */
  readonly shown: S | null
}
export type IdeasResult = AloneResult<readonly MergedIdea[]>
/** By factor id. */
export type WeightsResult = AloneResult<Readonly<Record<string, Figures>>>
/** By customer id and factor id; `DONT_KNOW` is among the figures. */
export type GradesResult = AloneResult<Readonly<Record<string, Readonly<Record<string, Figures>>>>>
