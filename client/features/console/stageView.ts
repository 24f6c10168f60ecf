import { localMidnight, resumesAt } from '../../../shared/agenda/daySchedule.ts'
import { groupIdentity } from '../../../shared/group/identity.ts'
import { groupWorkFromJson, groupWorkToJson } from '../../../shared/groupwork/document.ts'
import { maskFrames } from '../../../shared/map/replay.ts'
import { maskDeep, maskerOf, type MaskedName } from '../../../shared/mask/names.ts'
import { maskWork, namesIn, withoutPeople } from '../../../shared/mask/work.ts'
import type { Aggregate, AgendaItem, GroupDetail, ProjectorView, PublicAgendaItem, Replay, TrainerView } from '../../../shared/protocol/views.ts'
import type { ScaleComparison } from '../../../shared/scale/comparison.ts'
import type { PublicPoll } from '../../../shared/poll/model.ts'
import { nextItem } from './daySchedule.ts'

/** What the projector knows, out of what the trainer knows: no notes, and no names that are masked there. */
export function stageView(view: TrainerView): ProjectorView {
  const current = view.agenda.find((item) => item.id === view.currentId)
  const next = nextItem(view)
  const given = view.points.at(-1)
  return {
    role: 'projector',
    version: view.version, run: view.run, serverNow: view.serverNow,
    class: view.class, timer: view.timer, groups: view.groups, sharing: view.sharing, frozenSince: view.frozenSince,
    joinUrl: view.joinUrl,
    address: view.addresses.find((one) => one.url === view.joinUrl)?.address ?? hostOf(view.joinUrl),
    members: view.projector.showPeople ? view.members : view.members.map((member) => ({ ...member, name: '' })),
    current: current ? publicItem(current) : null,
    next: next ? publicItem(next) : null,
    resumesAt: resumesAt(view, view.serverNow, localMidnight),
    projector: view.projector,
    turning: view.turning,
    draw: view.projector.scene.kind === 'pick' ? view.draw : null,
    lastPoints: given ? { groupId: given.groupId, points: given.points, at: given.at } : null,
    polls: pollsOnStage(view),
    question: questionOnStage(view),
  }
}

function pollsOnStage({ polls, projector: { scene } }: TrainerView): readonly PublicPoll[] {
  const poll = scene.kind === 'poll' ? polls.find(({ id }) => id === scene.pollId) : undefined
  return poll ? polls.filter(({ id }) => id === poll.id || id === poll.comparedWith) : []
}
function questionOnStage({ agenda, projector: { scene } }: TrainerView): ProjectorView['question'] {
  if (scene.kind !== 'case') return null
  return agenda.find(({ id }) => id === scene.itemId)?.case?.questions.find(({ id }) => id === scene.questionId)?.text ?? null
}

/** Of a spotlight what the room may read: nobody who answers for something unless people are shown, customers by letter and number unless these are. */
export function stageDetail(view: TrainerView, detail: GroupDetail | null, aggregate: Aggregate | null): GroupDetail | null {
  const shown = maskedDetail(view, detail, aggregate)
  return shown && !view.projector.showPeople ? { ...shown, work: withoutPeople(shown.work) } : shown
}
function maskedDetail(view: TrainerView, detail: GroupDetail | null, aggregate: Aggregate | null): GroupDetail | null {
  const { scene, showCustomers } = view.projector
  const shownId = scene.kind === 'spotlight' || scene.kind === 'alone' ? scene.groupId : scene.kind === 'stage' ? view.sharing?.presenterId : null
  if (!detail || detail.groupId !== shownId) return null
  if (showCustomers) return detail
  const { letter } = groupIdentity(view.groups.find((group) => group.id === detail.groupId)?.index ?? 0)
  const work = groupWorkFromJson(detail.work)
  const mask = maskerOf([...namesIn(work, letter), ...namesOnMap(aggregate)])
  return { ...detail, work: maskDeep(groupWorkToJson(maskWork(work, letter)), mask) }
}

/** The console's own points are named; the projector's are not unless shown. */
export function stageAggregate(view: TrainerView, aggregate: Aggregate | null): Aggregate | null {
  if (!aggregate || view.projector.showCustomers) return aggregate
  const masked = aggregate.groups.map((summary) => ({ ...summary, points: summary.points.map((point) => ({ ...point, label: point.mask })) }))
  return maskDeep({ ...aggregate, groups: masked }, maskerOf(namesOnMap(aggregate)))
}

const namesOnMap = (aggregate: Aggregate | null): readonly MaskedName[] =>
  (aggregate?.groups ?? []).flatMap(({ points }) => points.map(({ label, mask }) => ({ name: label, mask })))

/** The film that the scene asks for; another one may still be the last that came. */
export function stageReplay(view: TrainerView, replay: Replay | null): Replay | null {
  const { scene, showCustomers } = view.projector
  if (!replay || scene.kind !== 'replay' || scene.groupId !== replay.groupId) return null
  return showCustomers ? replay : { ...replay, groups: replay.groups.map((group) => ({ ...group, frames: maskFrames(group.frames) })) }
}

/** The trainer's has the factors as written; a customer's name in one is masked for the room. */
export function stageComparison(view: TrainerView, comparison: ScaleComparison | null, aggregate: Aggregate | null): ScaleComparison | null {
  return !comparison || view.projector.showCustomers ? comparison : maskDeep(comparison, maskerOf(namesOnMap(aggregate)))
}

const publicItem = ({ notes: _notes, polls: _polls, case: _case, alone: _alone, ...item }: AgendaItem): PublicAgendaItem => item

function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return url
  }
}
