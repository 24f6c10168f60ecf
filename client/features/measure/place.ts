import { axes } from '../../../shared/scale/model.ts'
import { axisScore } from '../../../shared/scoring/axis.ts'
import type { Place } from '../../collab/place.ts'
import { lazily } from '../../ui/lazily.ts'

/** A group measures six customers at least. */
const ENOUGH_CUSTOMERS = 6

export const measurePlace: Place = {
  task: 'customers', icon: 'progress', nameKey: 'workspace.tasks.customers', activities: ['measure'],
  panel: lazily(() => import('./MeasurePanel.vue')),
  isDone({ customers, scales }) {
    const isAnswered = (customer: (typeof customers)[number]): boolean => axes.every((axis) => {
      const { total, answered } = axisScore(customer, scales[axis])
      return total > 0 && answered === total
    })
    return customers.length >= ENOUGH_CUSTOMERS && customers.every(isAnswered)
  },
}
