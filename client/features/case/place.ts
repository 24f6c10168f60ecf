import type { Place } from '../../collab/place.ts'
import { lazily } from '../../ui/lazily.ts'

/** Cases to discuss. What people write there is theirs, not the group's document: the rail can't call it done. */
export const casePlace: Place = {
  task: 'case', icon: 'book', nameKey: 'case.name', activities: ['case'],
  panel: lazily(() => import('./CasePanel.vue')),
  isDone: () => false,
}
