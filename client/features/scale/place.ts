import { isError, scaleChecks } from '../../../shared/scale/checks.ts'
import type { Axis } from '../../../shared/scale/model.ts'
import type { Place } from '../../collab/place.ts'
import { lazily } from '../../ui/lazily.ts'

const panel = lazily(() => import('./ScalePanel.vue'))
const place = (axis: Axis, icon: Place['icon']): Place => ({
  task: axis, icon, nameKey: `workspace.tasks.${axis}`, activities: [axis], panel, given: { axis },
  isDone: ({ scales }) => scales[axis].factors.length > 0 && !scaleChecks(scales[axis]).some(isError),
})
export const potentialPlace = place('potential', 'scale')
export const relationshipPlace = place('relationship', 'people')
