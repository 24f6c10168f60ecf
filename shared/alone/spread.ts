import { median } from '../scoring/axis.ts'
import { DONT_KNOW, type Figures } from './model.ts'

/** How far apart figures that several people gave for one thing are. */
export interface Spread {
  readonly lowest: number
  readonly highest: number
  /** highest − lowest, the statistical range: with four or five figures the one measure of spread that everybody sees at a glance. */
  readonly range: number
  readonly mean: number
  readonly median: number
}

/** null without figures. */
export function spreadOf(figures: Figures): Spread | null {
  const usable = figures.filter(Number.isFinite)
  const middle = median(usable)
  if (middle === null) return null
  const [lowest, highest] = [Math.min(...usable), Math.max(...usable)]
  return { lowest, highest, range: exact(highest - lowest), mean: usable.reduce((sum, figure) => sum + figure, 0) / usable.length, median: middle }
}
/** 0.3 − 0.1 is 0.2. */
const exact = (figure: number): number => Math.round(figure * 1e6) / 1e6

/** Grades by two or more apart are worth talking about (the course's own rule): one apart is the grain of the scale. */
export const DISCUSS_GRADES = 2
/**
 * The same for weights, in percent points. Two grades are half of the way from 1 to 5; ten points are half of 20, the fair
 * share of a factor in a scale of five, the smallest complete scale of purchase potential.
 */
export const DISCUSS_WEIGHTS = 10
export const isWorthDiscussing = (figures: Figures, threshold: number): boolean => (spreadOf(figures)?.range ?? 0) >= threshold

/** Grades that stand for a level. */
export const levelsIn = (figures: Figures): Figures => figures.filter((figure) => figure !== DONT_KNOW)

/** How well the graders of several customers agree on one factor. */
export interface Agreement {
  /** Share of the compared customers whose grades are less than `DISCUSS_GRADES` apart, 0..1. */
  readonly share: number
  readonly agreed: number
  /** Customers with the grades of two people at least. */
  readonly compared: number
}
/** A definition on which fewer agree is not exact: with up to four customers a single disagreement is enough. */
export const EXACT_FROM = 0.8

/**
 * Percent agreement with a tolerance of one step ("within one"), the plainest measure of agreement between raters on an
 * ordinal scale (Stemler, "A comparison of consensus, consistency, and measurement approaches to estimating interrater
 * reliability", Practical Assessment, Research & Evaluation 9(4), 2004). Measures that correct for chance, such as
 * Cohen's or Krippendorff's, say nothing with three customers. null while nothing can be compared.
 */
export function agreementOf(perCustomer: readonly Figures[]): Agreement | null {
  const compared = perCustomer.map(levelsIn).filter((levels) => levels.length >= 2)
  if (compared.length === 0) return null
  const agreed = compared.filter((levels) => !isWorthDiscussing(levels, DISCUSS_GRADES)).length
  return { share: agreed / compared.length, agreed, compared: compared.length }
}
export const isExact = ({ share }: Agreement): boolean => share >= EXACT_FROM
