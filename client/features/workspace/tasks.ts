import type { Activity } from '../../../shared/course/template.ts'
import type { ParticipantView } from '../../../shared/protocol/views.ts'
import type { Task } from '../../collab/panel.ts'
import type { Place } from '../../collab/place.ts'

/** The place that an activity of the agenda is worked on in. */
export const taskOf = (places: readonly Place[], activity: Activity | null): Task | null =>
  places.find(({ activities }) => activity !== null && activities.includes(activity))?.task ?? null

/** Places that the trainer has opened so far; "task" always is. */
export function openedTasks(places: readonly Place[], view: ParticipantView): ReadonlySet<Task> {
  const current = view.current?.activity ?? null
  const isOpen = (place: Place): boolean =>
    place.isOpen?.(view) === true || place.activities.some((activity) => activity === current || view.opened.includes(activity))
  return new Set<Task>(['task', ...places.filter(isOpen).map(({ task }) => task)])
}
