import type { AloneRound } from '../../../shared/alone/model.ts'
import { localMidnight, resumesAt } from '../../../shared/agenda/daySchedule.ts'
import { drawKinds, type DrawKind } from '../../../shared/draw/draw.ts'
import { totalOf } from '../../../shared/points/points.ts'
import type { PreflightView } from '../../../shared/preflight/report.ts'
import type {
  AgendaItem, ArchivedGroupView, ClassView, DrawView, GroupView, MemberView, ParticipantView, PresenceState, ProjectorSound, ProjectorView, PublicAgendaItem,
  RoundView, TrainerView, TrainerWarning, Usage,
} from '../../../shared/protocol/views.ts'
import { withGroupSteps } from '../../../shared/sharing/groupSteps.ts'
import type { Addresses } from '../address/Addresses.ts'
import { caseQuestion, hasOpened, openCases } from './board.ts'
import type { ArchivedGroup, ClassState, StoredParticipant } from './ClassState.ts'
import { drawable } from './draws.ts'
import { reaches } from './messages.ts'
import { pollsForDevices, pollsOnStage } from './polls.ts'
import { present } from './roster.ts'

/** What a view says beside the stored state. */
export interface ViewContext {
  readonly run: string
  readonly version: number
  readonly now: number
  readonly presence: (participantId: string) => PresenceState
  readonly place: ReturnType<Addresses['view']>
  readonly firstOutsideAt: number | null
  readonly projectorsOnline: number
  readonly projectorSound: ProjectorSound | null
  readonly preflight: PreflightView
  readonly warnings: readonly TrainerWarning[]
  readonly usage: Usage
}

/** A device has no use for a long history; the trainer keeps it. */
const MESSAGES_FOR_DEVICES = 20

const toClass = (state: ClassState): ClassView => ({
  id: state.id, code: state.code, title: state.title, trainerName: state.trainerName, ended: state.endedAt !== null, namesWipedAt: state.namesWipedAt,
})

const toPublic = ({ notes: _notes, polls: _polls, case: _case, alone: _alone, ...item }: AgendaItem, groups: number): PublicAgendaItem => withGroupSteps(item, groups)

function whatIsOn(state: ClassState, now: number): Pick<ProjectorView, 'current' | 'next' | 'resumesAt'> {
  const place = state.agenda.findIndex((item) => item.id === state.currentId)
  const current = state.agenda[place]
  const next = state.agenda.slice(place + 1).find((item) => !item.skipped)
  const { length: groups } = state.groups
  return { current: current ? toPublic(current, groups) : null, next: next ? toPublic(next, groups) : null, resumesAt: resumesAt(state, now, localMidnight) }
}

function openedActivities(state: ClassState): readonly string[] {
  return [...new Set(state.agenda.flatMap((item) => (item.activity !== null && hasOpened(state, item) ? [item.activity] : [])))]
}

/** From the review on everybody may take home. */
function reviewReached(state: ClassState): boolean {
  return state.agenda.some((item) => item.kind === 'review' && hasOpened(state, item))
}

const toMember = (person: StoredParticipant, { presence }: ViewContext): MemberView => ({
  id: person.id, name: person.name, groupId: person.groupId, presence: presence(person.id), handRaisedAt: person.handRaisedAt,
})

/** What all views share, computed once for everybody. */
export function commonView(state: ClassState, context: ViewContext) {
  const members = present(state).map((person) => toMember(person, context))
  const groups = state.groups.map((group): GroupView => {
    const own = members.filter((member) => member.groupId === group.id)
    return { ...group, members: own.length, online: own.filter((member) => member.presence === 'online').length, points: totalOf(state.points, group.id) }
  })
  const { version, run, now: serverNow } = context
  const snapshot = { version, run, serverNow, class: toClass(state), timer: state.timer, groups, sharing: state.sharing, frozenSince: state.frozenSince }
  return { snapshot, members }
}
export type CommonView = ReturnType<typeof commonView>

function toDraw(state: ClassState): DrawView | null {
  const { latest } = state.draws
  if (!latest) return null
  const { id, kind, pickedId, at } = latest
  if (kind === 'group') return { id, kind, groupId: pickedId, name: '', at }
  const person = present(state).find((one) => one.id === pickedId)
  return person ? { id, kind, groupId: person.groupId, name: person.name, at } : null
}

function toRounds(state: ClassState, { presence }: ViewContext): Readonly<Record<DrawKind, RoundView>> {
  const round = (kind: DrawKind): RoundView => {
    const { number, drawn } = state.draws[kind]
    const all = new Set([...drawable(state, kind, presence), ...drawn])
    return { number, drawn: drawn.length, of: all.size }
  }
  const [person, group] = drawKinds
  return { person: round(person), group: round(group) }
}

/** Of groups that are in the class. */
const roundsOf = ({ alone, groups }: ClassState): readonly AloneRound[] => Object.values(alone).filter(({ groupId }) => groups.some(({ id }) => id === groupId))

const toArchived = ({ id, index, name, archivedAt, mergedInto }: ArchivedGroup): ArchivedGroupView => ({ id, index, name, archivedAt, mergedInto })

/** The view of one group's members, all but `me`: the same for all of them, so that a class of 300 costs twelve views. */
export function groupView(state: ClassState, common: CommonView, groupId: string): Omit<ParticipantView, 'me'> {
  return {
    ...common.snapshot,
    role: 'participant',
    members: common.members.filter((member) => member.groupId === groupId),
    ...whatIsOn(state, common.snapshot.serverNow),
    opened: openedActivities(state),
    takeHomeOpen: state.takeHomeOpen || reviewReached(state),
    polls: pollsForDevices(state),
    cases: openCases(state),
    alone: roundsOf(state).filter((round) => round.groupId === groupId),
    messages: state.messages.filter((message) => reaches(message.to, groupId)).slice(-MESSAGES_FOR_DEVICES),
  }
}

/** Of the case board. */
function questionOnStage({ projector: { scene }, ...state }: ClassState): ProjectorView['question'] {
  return scene.kind === 'case' ? caseQuestion(state.agenda, scene.itemId, scene.questionId) ?? null : null
}

export function projectorView(state: ClassState, common: CommonView, context: ViewContext): ProjectorView {
  const { showPeople, scene } = state.projector
  const given = state.points.at(-1)
  return {
    ...common.snapshot,
    role: 'projector',
    joinUrl: context.place.joinUrl,
    address: context.place.address,
    members: showPeople ? common.members : common.members.map((member) => ({ ...member, name: '' })),
    ...whatIsOn(state, common.snapshot.serverNow),
    projector: state.projector,
    turning: state.turning,
    draw: scene.kind === 'pick' ? toDraw(state) : null,
    lastPoints: given ? { groupId: given.groupId, points: given.points, at: given.at } : null,
    polls: pollsOnStage(state),
    question: questionOnStage(state),
  }
}

export function trainerView(state: ClassState, common: CommonView, context: ViewContext): TrainerView {
  return {
    ...common.snapshot,
    role: 'trainer',
    agenda: state.agenda.map((item) => withGroupSteps(item, state.groups.length)),
    currentId: state.currentId,
    day: { courseId: state.day.courseId, stays: state.day.stays, remarks: state.day.remarks, lastTime: state.day.lastTime },
    members: common.members,
    removedMembers: state.participants.filter((one) => one.removedAt !== null).map((one) => toMember(one, context)),
    messages: state.messages,
    projector: state.projector,
    turning: state.turning,
    polls: state.polls.filter(({ removed }) => !removed),
    picks: state.picks,
    alone: roundsOf(state),
    projectorsOnline: context.projectorsOnline,
    projectorSound: context.projectorSound,
    preflight: context.preflight,
    doorOpen: state.doorOpen,
    draw: toDraw(state),
    rounds: toRounds(state, context),
    points: state.points,
    archivedGroups: state.archivedGroups.map(toArchived).toReversed(),
    takeHome: { open: state.takeHomeOpen, reached: reviewReached(state) },
    joinUrl: context.place.joinUrl,
    addresses: context.place.addresses,
    firstOutsideAt: context.firstOutsideAt,
    warnings: context.warnings,
    usage: context.usage,
  }
}
