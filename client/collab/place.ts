import { type Component, inject, type InjectionKey, provide } from 'vue'
import type { Activity } from '../../shared/course/template.ts'
import type { GroupWork } from '../../shared/groupwork/model.ts'
import type { ParticipantView } from '../../shared/protocol/views.ts'
import type { IconName } from '../ui/icons.ts'

/** A place of the group's workspace: one for each kind of work, made in that feature's folder and registered by the app. */
export interface Place {
  /** Its name in the address and in `go`. */
  readonly task: string
  readonly icon: IconName
  /** Key of the words for its name. */
  readonly nameKey: string
  /** The activities of the agenda that are worked on here. */
  readonly activities: readonly Activity[]
  /** Loaded when it is first opened. Gets `PanelProps`, and `given`. */
  readonly panel: Component
  readonly given?: Readonly<Record<string, unknown>>
  /** Stands above the panel; gets `PanelProps`, and `aboveGiven`. What several places share, and none of them knows. */
  readonly above?: Component
  readonly aboveGiven?: Readonly<Record<string, unknown>>
  /** Whether the group has finished it, for the rail. */
  isDone(work: GroupWork): boolean
  /** Seldom gone to: found in the menu, not in the rail. */
  readonly inMenu?: true
  /** What it still offers on the page of a class that has ended. Gets the `classId`. */
  readonly afterwards?: Component
  /** Open for another reason than the agenda. */
  isOpen?(view: ParticipantView): boolean
}

const placesKey: InjectionKey<readonly Place[]> = Symbol('places')
export const providePlaces = (places: readonly Place[]): void => provide(placesKey, places)
export const usePlaces = (): readonly Place[] => inject(placesKey, [])
