import { stepsDone } from '../../../shared/strategy/checks.ts'
import { strategySteps } from '../../../shared/strategy/model.ts'
import type { Place } from '../../collab/place.ts'
import { lazily } from '../../ui/lazily.ts'

export const strategyPlace: Place = {
  task: 'strategy', icon: 'target', nameKey: 'strategy.place', activities: ['strategy'],
  panel: lazily(() => import('./StrategyPanel.vue')),
  isDone: ({ parts: { strategies: { strategies } } }) => strategies.some((strategy) => stepsDone(strategy).size === strategySteps.length),
}
