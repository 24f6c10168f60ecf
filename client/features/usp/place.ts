import { isUspComplete, USPS_WANTED } from '../../../shared/usp/checks.ts'
import { isTested } from '../../../shared/usp/model.ts'
import type { Place } from '../../collab/place.ts'
import { lazily } from '../../ui/lazily.ts'

export const uspPlace: Place = {
  task: 'usp', icon: 'gem', nameKey: 'usp.place', activities: ['usp'],
  panel: lazily(() => import('./UspPanel.vue')),
  isDone: ({ parts: { usps: { usps } } }) => usps.length >= USPS_WANTED && usps.every((usp) => isTested(usp) && isUspComplete(usp)),
}
