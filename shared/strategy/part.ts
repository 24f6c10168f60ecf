import type { DocumentPart, PartProgress } from '../groupwork/part.ts'
import { isBlank } from '../text/sanitise.ts'
import { stepsDone } from './checks.ts'
import { readStrategies } from './document.ts'
import { type GenericStrategy, type Stance, type Strategies, type Strategy, type StrategyAction, type StrategyStep, strategySteps, type StrategySubject } from './model.ts'

export interface StrategyOutline {
  readonly id: string
  readonly subject: StrategySubject | null
  readonly stance: Stance | null
  readonly generic: GenericStrategy | null
  /** Steps that lack nothing, of six. */
  readonly done: number
  /** The group lets the room read it. */
  readonly shown: boolean
}
export interface StrategySummary {
  /** In the order of the group's list. */
  readonly list: readonly StrategyOutline[]
  /** All six steps done. */
  readonly complete: number
  /** Of the strategy that is farthest. */
  readonly steps: readonly StrategyStep[]
  readonly actions: number
  /** With somebody and a day. */
  readonly planned: number
}

const isPlanned = (action: StrategyAction): boolean => !isBlank(action.what) && !isBlank(action.who) && action.by !== null

function summarise({ strategies }: Strategies): StrategySummary {
  const done = strategies.map((strategy) => stepsDone(strategy))
  const farthest = [...done].sort((one, other) => other.size - one.size)[0]
  const actions = strategies.flatMap((strategy) => strategy.actions)
  return {
    list: strategies.map(({ id, subject, stance, generic, shown }, index) => ({ id, subject, stance, generic, done: done[index]?.size ?? 0, shown })),
    complete: done.filter((steps) => steps.size === strategySteps.length).length,
    steps: strategySteps.filter((step) => farthest?.has(step)),
    actions: actions.length,
    planned: actions.filter(isPlanned).length,
  }
}

/** Who is meant, and what is written, is hidden unless the group shows it; what was chosen and when stays. */
const maskStrategy = (strategy: Strategy): Strategy => (strategy.shown ? strategy : {
  ...strategy,
  goal: '', analysis: '', approach: '', improve: '',
  notes: { product: '', price: '', place: '', promotion: '', value: '', cost: '', convenience: '', communication: '' },
  actions: strategy.actions.map((action) => ({ ...action, what: '', who: '', resource: '', measure: '' })),
  indicators: strategy.indicators.map((indicator) => ({ ...indicator, name: '', target: '' })),
})

function progress({ list, steps, actions, planned }: StrategySummary): PartProgress {
  return {
    share: steps.length / strategySteps.length,
    checks: strategySteps.map((step) => ({ key: `strategy.check.${step}`, done: steps.includes(step) })),
    facts: [
      { key: 'strategy.fact.strategies', value: String(list.length), good: list.length > 0 },
      { key: 'strategy.fact.steps', value: `${steps.length}/${strategySteps.length}`, good: steps.length === strategySteps.length },
      { key: 'strategy.fact.planned', value: actions > 0 ? `${planned}/${actions}` : '–', good: actions > 0 && planned === actions },
    ],
  }
}

export const strategyPart: DocumentPart<Strategies, StrategySummary> = {
  rowRoots: ['strategies', 'strategyActions', 'strategyIndicators'],
  cellRoots: [],
  textRoots: [],
  read: readStrategies,
  mask: ({ strategies }) => ({ strategies: strategies.map(maskStrategy), removed: [] }),
  withoutPeople: ({ strategies, removed }) => ({ removed, strategies: strategies.map((strategy) => ({ ...strategy, actions: strategy.actions.map((action) => ({ ...action, who: '' })) })) }),
  rows: ({ strategies }) => strategies.map(({ order: _, ...said }) => ({ ...said, name: said.goal })),
  summarise,
  activities: ['strategy'],
  progress,
}
