import type { Place } from '../../collab/place.ts'
import { lazily } from '../../ui/lazily.ts'

/** The end of the day: what each person takes away and says. It is theirs, not the group's document: the rail can't call it done. */
export const reviewPlace: Place = {
  task: 'review', icon: 'flag', nameKey: 'review.name', activities: ['review'],
  panel: lazily(() => import('./ReviewPanel.vue')),
  isDone: () => false,
}
