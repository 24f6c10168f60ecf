import type { Place } from '../../collab/place.ts'
import { lazily } from '../../ui/lazily.ts'

/** Some weeks after the class, so not among the day's places: it is found in the menu. */
export const followupPlace: Place = {
  task: 'followup', icon: 'review', nameKey: 'followup.title', activities: [], inMenu: true,
  panel: lazily(() => import('./ReviewPanel.vue')),
  isDone: () => false,
}
