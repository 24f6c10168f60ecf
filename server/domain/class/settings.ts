import type { Localized } from '../../../shared/language/locale.ts'
import type { ProjectorScene } from '../../../shared/protocol/commands.ts'
import type { ProjectorSettings } from '../../../shared/protocol/views.ts'
import { step } from '../../../shared/timer/timer.ts'
import type { ClassState } from './ClassState.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { caseQuestion } from './board.ts'
import { withoutWayBack } from './day.ts'
import { groupOf } from './groups.ts'
import { findPoll } from './polls.ts'

/** A film runs by this server's clock, whatever a console's says. */
export function showScene(state: ClassState, scene: ProjectorScene, now: number): ClassState {
  if ('groupId' in scene && scene.groupId !== null) groupOf(state, scene.groupId)
  if (scene.kind === 'poll' && !findPoll(state, scene.pollId)) throw new Refusal('not-found', 'no such poll')
  if (scene.kind === 'case' && !caseQuestion(state.agenda, scene.itemId, scene.questionId)) throw new Refusal('not-found', 'no such question')
  const shown = scene.kind === 'replay' && scene.mode === 'playing' ? { ...scene, since: now } : scene
  return { ...state, projector: { ...state.projector, scene: shown } }
}

export function setProjector(state: ClassState, change: Partial<Omit<ProjectorSettings, 'scene'>>): ClassState {
  const { theme, showCustomers, showPeople, locale } = state.projector
  return {
    ...state,
    projector: {
      scene: state.projector.scene,
      theme: change.theme ?? theme,
      showCustomers: change.showCustomers ?? showCustomers,
      showPeople: change.showPeople ?? showPeople,
      locale: change.locale ?? locale,
    },
  }
}

/** What was shown and is gone makes way for the agenda. */
export const withoutScene = (projector: ProjectorSettings, isGone: (scene: ProjectorScene) => boolean): ProjectorSettings =>
  isGone(projector.scene) ? { ...projector, scene: { kind: 'agenda' } } : projector

/** "Eyes to the front" from the first press on; a second one doesn't begin anew. */
export const setFrozen = (state: ClassState, since: number | null): ClassState =>
  (state.frozenSince === null) === (since === null) ? state : { ...state, frozenSince: since }

export const renameClass = (state: ClassState, title: Localized, trainerName: string): ClassState => ({ ...state, title, trainerName: trainerName.trim() })
export const setDoor = (state: ClassState, doorOpen: boolean): ClassState => (state.doorOpen === doorOpen ? state : { ...state, doorOpen })
export const openTakeHome = (state: ClassState, takeHomeOpen: boolean): ClassState => (state.takeHomeOpen === takeHomeOpen ? state : { ...state, takeHomeOpen })
export const chooseAddress = (state: ClassState, address: string | null): ClassState => (state.chosenAddress === address ? state : { ...state, chosenAddress: address })

/** The timer stands from then on, for a class that was ended by mistake. What the groups made stays as it is. */
export const endClass = (state: ClassState, now: number): ClassState =>
  state.endedAt === null ? withoutWayBack({ ...state, endedAt: now, frozenSince: null, timer: step(state.timer, { kind: 'pause' }, now) }) : state

/** @param code the class's own, or a new one when another class has taken it since. */
export const reopenClass = (state: ClassState, code: string): ClassState => (state.endedAt === null ? state : { ...state, endedAt: null, code })
