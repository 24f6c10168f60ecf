import { DECISIONS_ASKED, isDecided } from '../../../shared/map/decisions.ts'
import type { Place } from '../../collab/place.ts'
import { lazily } from '../../ui/lazily.ts'

export const mapPlace: Place = {
  task: 'map', icon: 'map', nameKey: 'workspace.tasks.map', activities: ['map', 'findings'],
  panel: lazily(() => import('./MapPanel.vue')),
  isDone: ({ parts }) => parts.decisions.filter(isDecided).length >= DECISIONS_ASKED,
}
