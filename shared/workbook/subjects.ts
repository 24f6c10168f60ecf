import type { GroupWork } from '../groupwork/model.ts'
import { placeAll } from '../scoring/axis.ts'
import { type Strategy, quadrantOf, stanceOf } from '../strategy/model.ts'
import type { Usp } from '../usp/model.ts'
import { isBlank } from '../text/sanitise.ts'
import { type Words, fill } from './words.ts'

/** Whom a strategy is for, in words. */
export function subjectText({ subject }: Strategy, { customers }: GroupWork, { strategy, quadrant, unnamed }: Words): string {
  if (subject === null) return strategy.untitled
  if (subject.kind === 'quadrant') return fill(strategy.quadrantSubject, { quadrant: quadrant[subject.quadrant] })
  const customer = customers.find(({ id }) => id === subject.customerId)
  return customer ? (isBlank(customer.name) ? unnamed : customer.name) : strategy.gone
}

/** What the group chose, else what the quadrant of its subject asks for. */
export function stanceText(strategy: Strategy, work: GroupWork, { quadrant }: Words): string {
  const stance = stanceOf(strategy, quadrantOf(strategy.subject, placeAll(work.customers, work.scales, work.settings)))
  return stance === null ? '' : quadrant[stance]
}

/** The claims of the USPs that a strategy uses; what was removed since is left out. */
export const claimsOf = ({ uspIds }: Strategy, usps: readonly Usp[]): string[] =>
  usps.filter(({ id, claim }) => uspIds.includes(id) && !isBlank(claim)).map(({ claim }) => claim)

/** For whom a USP holds: the group's words, and the customers of its map. */
export function forWhomText({ forWhom, customerIds }: Usp, { customers }: GroupWork, { comma }: Words): string {
  const names = customers.filter(({ id, name }) => customerIds.includes(id) && !isBlank(name)).map(({ name }) => name)
  return [forWhom, ...names].filter((part) => !isBlank(part)).join(comma)
}
