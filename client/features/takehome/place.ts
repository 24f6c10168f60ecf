import type { Place } from '../../collab/place.ts'
import { lazily } from '../../ui/lazily.ts'

/** Opens with the review, or when the trainer says so. */
export const takeHomePlace: Place = {
  task: 'takehome', icon: 'download', nameKey: 'takehome.place', activities: [],
  panel: lazily(() => import('./TakeHomePanel.vue')),
  afterwards: lazily(() => import('./EndedPack.vue')),
  isDone: () => false,
  isOpen: ({ takeHomeOpen }) => takeHomeOpen,
}
