import type { Activity } from '../../shared/course/template.ts'
import type { GroupWork } from '../../shared/groupwork/model.ts'
import type { MemberView, ParticipantView } from '../../shared/protocol/views.ts'
import type { Control } from '../api/control.ts'
import type { Axis } from '../../shared/scale/model.ts'
import type { OpenGroup } from './openGroupDocument.ts'

/** A place of the group's workspace by its name; 'task' is the page that says what to do. */
export type Task = string

/**
 * Where somebody is led: a field (`data-field`) of a task. Field ids are paths, and the same ids say who edits what:
 * `potential/<factor id>/name|definition|source|unit|weight|i1…i5|p1…p5|t1…t4`, `customers/<customer id>/name|note|effort|…`.
 * `at` makes the same place a new request when it is asked for twice.
 */
export interface PanelTarget {
  readonly field: string
  readonly at: number
}

/** What every panel of the workspace gets. The panel of a scale also gets its `axis`. */
export interface PanelProps {
  readonly group: OpenGroup
  /** The line to the server's side of the class: commands, votes, private entries. */
  readonly control: Control<ParticipantView>
  /** The class as this person sees it. */
  readonly view: ParticipantView
  /** Place of the group in the class: its letter, colour and shape on the map. */
  readonly groupIndex?: number
  readonly work: GroupWork
  /** Everybody in the group, me included. */
  readonly members: readonly MemberView[]
  readonly me: MemberView
  /** Nothing may be written now; what is still in fields was flushed before this became true. */
  readonly locked: boolean
  /** What the current agenda item asks for. */
  readonly activity: Activity | null
  /** Where to lead the person, when another panel or the strip asked for it. */
  readonly target: PanelTarget | null
}
export interface ScalePanelProps extends PanelProps {
  readonly axis: Axis
}

/** Leads to a task, and there to a field. */
export interface PanelEvents {
  go: [task: Task, field: string | null]
}
