import type { Place } from '../../collab/place.ts'
import { lazily } from '../../ui/lazily.ts'

/** Opens when the first group is called onto the stage, whatever the agenda says. */
export const sharingPlace: Place = {
  task: 'sharing', icon: 'screen', nameKey: 'sharing.place', activities: ['sharing'],
  panel: lazily(() => import('./SharingPanel.vue')),
  isDone: () => false,
  isOpen: ({ sharing }) => sharing !== null,
}
