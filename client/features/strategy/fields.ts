import { parseSubject, type StrategyStep, strategySteps, type StrategySubject } from '../../../shared/strategy/model.ts'

/** Ids of the fields of a strategy, as PanelTarget describes them. */
export const fieldOf = (strategyId: string, cell: string): string => `strategy/${strategyId}/${cell}`

/** Where somebody is led: to write one anew (`strategy/new/attack`, `strategy/new/<customer id>`), or to a field of one. */
export type StrategyTarget = { readonly kind: 'new'; readonly subject: StrategySubject } | { readonly kind: 'open'; readonly strategyId: string; readonly cell: string }

export function parseTarget(field: string): StrategyTarget | null {
  const [root, id = '', ...cell] = field.split('/')
  if (root !== 'strategy' || id === '') return null
  if (id !== 'new') return { kind: 'open', strategyId: id, cell: cell.join('/') }
  const subject = parseSubject(`quadrant:${cell[0] ?? ''}`) ?? parseSubject(`customer:${cell[0] ?? ''}`)
  return subject && { kind: 'new', subject }
}

/** The step that a field is on. */
export function stepOf(cell: string): StrategyStep {
  if (cell === 'goalBy') return 'goal'
  if (cell.startsWith('action/') || cell === 'addAction') return 'plan'
  if (cell.startsWith('indicator/') || cell === 'addIndicator') return 'monitor'
  return strategySteps.find((step) => step === cell) ?? 'approach'
}
