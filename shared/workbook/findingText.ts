import type { GroupWork } from '../groupwork/model.ts'
import type { Finding } from '../map/findings.ts'
import { type Words, fill } from './words.ts'

const percent = (share: number | undefined): string => `${Math.round((share ?? 0) * 100)}%`

/** The sentence that the map's face says of the finding. */
export function findingText(finding: Finding, work: GroupWork, words: Words): string {
  const { params, quadrant } = finding
  const say = words.finding
  const customer = work.customers.find(({ id }) => id === finding.customerIds[0])?.name || words.unnamed
  const factor = [...work.scales.potential.factors, ...work.scales.relationship.factors].find(({ id }) => id === finding.factorId)?.name || words.unnamed
  const shares = { customer, effort: percent(params['effortShare']), potential: percent(params['potentialShare']) }
  switch (finding.rule) {
    case 'neglected': return fill(say.neglected, shares)
    case 'over-served': return fill(say.overServed, shares)
    case 'concentration': return fill(say.concentration[quadrant ?? 'release'], params)
    case 'non-separating': return fill(say.nonSeparating, { factor, ...params })
    case 'all-high': return fill(say.allHigh, params)
    case 'incomplete': return fill((params['open'] ?? 0) > 0 ? say.incompleteOpen : say.incomplete, params)
  }
}
