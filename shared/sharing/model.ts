import { withTraditional } from '../language/traditional.ts'
import traditional from './model.zh-TW.json' with { type: 'json' }
import type { Localized } from '../language/locale.ts'

/** What the group on the stage shows of its work, and what in it is pointed out. */
export type Artifact =
  | { readonly kind: 'map'; readonly customerId: string | null }
  | { readonly kind: 'potential' | 'relationship' | 'usp' }
  | { readonly kind: 'strategy'; readonly strategyId: string | null }

/** A question that the others score, 1 (not yet) to 5 (fully). */
export interface Criterion {
  readonly id: string
  readonly title: Localized
}
export const SCORE_MIN = 1
export const SCORE_MAX = 5
export const MAX_CRITERIA = 5
export const COMMENT_LENGTH = 200

export const defaultRubric: readonly Criterion[] = withTraditional<readonly Criterion[]>([
  { id: 'evidence', title: { 'zh-CN': '判断有依据：量表与打分经得起追问', en: 'Well founded: scale and grades stand up to questions' } },
  { id: 'difference', title: { 'zh-CN': '攻略有差异：对不同的客户真的不一样', en: 'Differentiated: different customers really get different strategies' } },
  { id: 'action', title: { 'zh-CN': '行动能落地：谁、什么时候、怎么算完成', en: 'Ready to do: who, by when, and how we know it is done' } },
], traditional)

/** Group sharing: who presents when, and what is on the projector meanwhile. Belongs to the server. */
export interface Sharing {
  /** Group ids in the order of presenting. */
  readonly order: readonly string[]
  /** On the stage now. */
  readonly presenterId: string | null
  /** Groups that have presented. */
  readonly presentedIds: readonly string[]
  readonly slotMs: number
  readonly artifact: Artifact
  /** The member whose device drives the projector; null: the trainer alone, until a member of the group takes it. */
  readonly driverId: string | null
  readonly rubric: readonly Criterion[]
  /** Groups whose scores the room may see. */
  readonly shownIds: readonly string[]
}
export const DEFAULT_SLOT_MS = 240_000

/** A place on the presented map, 0..100 on both axes. Goes to the projector as it moves and is kept nowhere. */
export interface Pointer {
  readonly x: number
  readonly y: number
}

/** What one person of another group says to a presentation. Topic `score:<group id>`. */
export interface Score {
  /** By criterion; what is missing was not scored. */
  readonly points: Readonly<Record<string, number>>
  /** One question or comment; '' when there is none. */
  readonly comment: string
}
export interface CriterionResult {
  readonly criterionId: string
  readonly count: number
  readonly mean: number | null
  /** How many gave 1, 2, … 5. */
  readonly spread: readonly number[]
}
/** Nobody's name stands at a score or a comment. */
export interface ScoreResult {
  readonly people: number
  readonly criteria: readonly CriterionResult[]
  /** Mean of the criteria's means. */
  readonly overall: number | null
  /** For the trainer, and for the group itself once the room may see its scores. */
  readonly comments: readonly string[]
}

const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length)

/** Arithmetic means; scores by criteria that the rubric no longer has do not count. */
export function scoreResult(rubric: readonly Criterion[], scores: readonly Score[]): ScoreResult {
  const criteria = rubric.map(({ id }): CriterionResult => {
    const given = scores.flatMap(({ points }) => (points[id] === undefined ? [] : [points[id]]))
    const spread = Array.from({ length: SCORE_MAX - SCORE_MIN + 1 }, (_, place) => given.filter((value) => value === place + SCORE_MIN).length)
    return { criterionId: id, count: given.length, mean: mean(given), spread }
  })
  return {
    people: scores.filter(({ points }) => Object.keys(points).length > 0).length,
    criteria,
    overall: mean(criteria.flatMap((criterion) => (criterion.mean === null ? [] : [criterion.mean]))),
    comments: scores.map(({ comment }) => comment.trim()).filter((comment) => comment !== ''),
  }
}

/** Who presents after this one: the next in order that has not presented. */
export function nextPresenter({ order, presenterId, presentedIds }: Sharing): string | null {
  const waiting = order.filter((id) => id !== presenterId && !presentedIds.includes(id))
  return waiting[0] ?? null
}
