import { useI18n } from 'vue-i18n'
import type { Activity } from '../../../../shared/course/template.ts'
import type { GroupSummary } from '../../../../shared/protocol/views.ts'
import type { Axis } from '../../../../shared/scale/model.ts'

/** One line on where a group stands in an activity, in figures: "6 个因素 · 4 个完整 · 权重 85". */
export function useGroupFigures(): (activity: Activity | null, summary: GroupSummary) => string {
  const { t } = useI18n()
  const scale = (axis: Axis, summary: GroupSummary): string => {
    const { factors, completeFactors, weightTotal } = summary.scales[axis]
    if (factors === 0) return t('console.figures.noFactors')
    return [t('console.figures.factors', { n: factors }, factors), t('console.figures.complete', { n: completeFactors }), t('console.figures.weight', { n: Math.round(weightTotal * 10) / 10 })].join(' · ')
  }
  const measured = ({ customers, measured }: GroupSummary): string => (customers === 0 ? t('console.figures.noCustomers') : t('console.figures.measured', { measured, total: customers }))
  return (activity, summary) => {
    switch (activity) {
      case 'potential':
      case 'relationship': return scale(activity, summary)
      case 'measure':
      case 'map': return measured(summary)
      case 'findings': return t('console.figures.findings', { open: summary.findings.open, accepted: summary.findings.accepted })
      default: {
        const { potential, relationship } = summary.scales
        const parts = [
          ...(potential.factors + relationship.factors > 0 ? [t('console.figures.both', { potential: potential.factors, relationship: relationship.factors })] : []),
          ...(summary.customers > 0 ? [measured(summary)] : []),
        ]
        return parts.length > 0 ? parts.join(' · ') : t('console.figures.nothing')
      }
    }
  }
}
