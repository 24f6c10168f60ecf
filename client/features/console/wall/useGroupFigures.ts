import { useI18n } from 'vue-i18n'
import type { Activity } from '../../../../shared/course/template.ts'
import type { GroupSummary } from '../../../../shared/protocol/views.ts'
import type { Axis } from '../../../../shared/scale/model.ts'
import { strategySteps } from '../../../../shared/strategy/model.ts'

/** Where a group stands in an activity, in figures: "6 个因素", "4 个完整", "权重 85". What its members wrote on a case is no part of its document: `caseLines`. */
export function useGroupFigures(): (activity: Activity | null, summary: GroupSummary, caseLines?: number) => readonly string[] {
  const { t } = useI18n()
  const factorsOf = (n: number): string => t('console.figures.factors', { n }, n)
  const scale = (axis: Axis, summary: GroupSummary): readonly string[] => {
    const { factors, completeFactors, weightTotal } = summary.scales[axis]
    if (factors === 0) return [t('console.figures.noFactors')]
    return [factorsOf(factors), t('console.figures.complete', { n: completeFactors }), t('console.figures.weight', { n: Math.round(weightTotal * 10) / 10 })]
  }
  const measured = ({ customers, measured }: GroupSummary): string => (customers === 0 ? t('console.figures.noCustomers') : t('console.figures.measured', { measured, total: customers }))
  const usps = ({ count, passed }: GroupSummary['parts']['usps']): readonly string[] =>
    (count === 0 ? [t('console.figures.noUsps')] : [t('console.figures.usps', { n: count }, count), t('console.figures.passed', { n: passed }, passed)])
  const strategies = ({ list, steps }: GroupSummary['parts']['strategies']): readonly string[] =>
    (list.length === 0 ? [t('console.figures.noStrategies')] : [t('console.figures.strategies', { n: list.length }, list.length), t('console.figures.steps', { done: steps.length, of: strategySteps.length })])
  return (activity, summary, caseLines = 0) => {
    switch (activity) {
      case 'case': return [caseLines === 0 ? t('console.figures.noLines') : t('console.figures.lines', { n: caseLines }, caseLines)]
      case 'potential':
      case 'relationship': return scale(activity, summary)
      case 'measure':
      case 'map': return [measured(summary)]
      case 'findings': return [t('console.figures.findings', { open: summary.findings.open, accepted: summary.findings.accepted })]
      case 'usp': return usps(summary.parts.usps)
      case 'strategy': return strategies(summary.parts.strategies)
      default: {
        const factors = summary.scales.potential.factors + summary.scales.relationship.factors
        const parts = [...(factors > 0 ? [factorsOf(factors)] : []), ...(summary.customers > 0 ? [measured(summary)] : [])]
        return parts.length > 0 ? parts : [t('console.figures.nothing')]
      }
    }
  }
}
