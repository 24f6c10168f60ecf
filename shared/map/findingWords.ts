import type { GroupWork } from '../groupwork/model.ts'
import type { Finding } from './findings.ts'

/** A message of the `map` namespace and what goes into it; shares become percentages, ids become names. */
export interface FindingWords {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
  /** A quadrant whose name the face fills in as `{quadrant}`. */
  readonly quadrant: Finding['quadrant']
}

const percent = (share: number | undefined): string => `${Math.round((share ?? 0) * 100)}%`

/** @param unnamed stands for a customer or factor without a name. */
export function findingWords(finding: Finding, work: GroupWork, unnamed: string): FindingWords {
  const customer = work.customers.find(({ id }) => id === finding.customerIds[0])?.name || unnamed
  const factor = [...work.scales.potential.factors, ...work.scales.relationship.factors].find(({ id }) => id === finding.factorId)?.name || unnamed
  const { params, quadrant } = finding
  const shares = { customer, effort: percent(params['effortShare']), potential: percent(params['potentialShare']) }
  switch (finding.rule) {
    case 'neglected': return { key: 'finding.neglected', params: shares, quadrant }
    case 'over-served': return { key: 'finding.overServed', params: shares, quadrant }
    case 'concentration': return { key: `finding.concentration.${quadrant ?? 'release'}`, params: { count: params['count'] ?? 0, measured: params['measured'] ?? 0 }, quadrant }
    case 'non-separating': return { key: 'finding.nonSeparating', params: { factor, count: params['count'] ?? 0 }, quadrant }
    case 'all-high': return { key: 'finding.allHigh', params: { count: params['count'] ?? 0 }, quadrant }
    case 'incomplete': return { key: (params['open'] ?? 0) > 0 ? 'finding.incompleteOpen' : 'finding.incomplete', params: { count: params['count'] ?? 0, total: params['total'] ?? 0, open: params['open'] ?? 0 }, quadrant }
  }
}
