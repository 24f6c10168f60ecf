import type { Activity } from '../../../shared/course/template.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { isError, scaleChecks } from '../../../shared/scale/checks.ts'
import type { Axis } from '../../../shared/scale/model.ts'
import { axisScore } from '../../../shared/scoring/axis.ts'
import type { Task } from '../../collab/panel.ts'
import type { IconName } from '../../ui/icons.ts'

/** The task that an activity of the agenda is worked on in. */
const places: Partial<Record<Activity, Task>> = { potential: 'potential', relationship: 'relationship', measure: 'customers', map: 'map', findings: 'map' }
export const taskOf = (activity: Activity | null): Task | null => (activity && places[activity]) ?? null

export const taskIcons: Readonly<Record<Task, IconName>> = { task: 'list', potential: 'scale', relationship: 'people', customers: 'progress', map: 'map' }

/** Tasks that the trainer has opened so far; "task" always is. */
export function openedTasks(opened: readonly string[], current: Activity | null): ReadonlySet<Task> {
  const tasks = new Set<Task>(['task'])
  for (const activity of [...opened, current]) {
    const task = places[activity as Activity]
    if (task) tasks.add(task)
  }
  return tasks
}

/** A group measures six customers at least. */
const ENOUGH_CUSTOMERS = 6
/** "Two decisions": findings that the group has judged or written itself. */
const ENOUGH_FINDINGS = 2

/** What the group has finished, for the rail. */
export function doneTasks(work: GroupWork): ReadonlySet<Task> {
  const done = new Set<Task>()
  const complete = (axis: Axis): boolean => work.scales[axis].factors.length > 0 && !scaleChecks(work.scales[axis]).some(isError)
  for (const axis of ['potential', 'relationship'] as const) if (complete(axis)) done.add(axis)
  const answered = work.customers.filter((customer) => (['potential', 'relationship'] as const).every((axis) => {
    const score = axisScore(customer, work.scales[axis])
    return score.total > 0 && score.answered === score.total
  }))
  if (work.customers.length >= ENOUGH_CUSTOMERS && answered.length === work.customers.length) done.add('customers')
  const judged = [...work.judgements.values()].filter((judgement) => judgement.verdict !== null).length + work.ownFindings.filter((finding) => !finding.removed && finding.text.trim()).length
  if (judged >= ENOUGH_FINDINGS) done.add('map')
  return done
}
