import { emptyParts, summariseParts } from '../../../shared/groupwork/parts.ts'
import { turningFrom } from '../../../shared/stage/turning.ts'
import type { AgendaItem, GroupSummary, GroupView, MemberView, TrainerView } from '../../../shared/protocol/views.ts'

export const buildItem = (change: Partial<AgendaItem> = {}): AgendaItem => ({
  id: 'i-1', number: '1', kind: 'talk', activity: null,
  title: { 'zh-CN': '欢迎', en: 'Welcome' }, brief: { 'zh-CN': '', en: '' }, notes: { 'zh-CN': '只有讲师看', en: 'trainer only' },
  minutes: 10, plannedMinutes: 10, floor: 5, cut: 1, startsAt: null, steps: [], uncounted: false, lockAtZero: false, polls: [], case: null, alone: [],
  skipped: false, startedAt: null, endedAt: null, ...change,
})
export const buildGroup = (change: Partial<GroupView> = {}): GroupView => ({ id: 'g-1', index: 0, name: '远航队', members: 4, online: 4, lock: { state: 'open' }, points: 0, ...change })
export const buildMember = (change: Partial<MemberView> = {}): MemberView => ({ id: 'p-1', name: '王伟', groupId: 'g-1', presence: 'online', handRaisedAt: null, ...change })

const emptyScale = { factors: 0, weightTotal: 0, completeFactors: 0, failing: 0 }
export const doneScale = { factors: 6, weightTotal: 100, completeFactors: 6, failing: 0 }
export const buildSummary = (change: Partial<GroupSummary> = {}): GroupSummary => ({
  groupId: 'g-1', scales: { potential: emptyScale, relationship: emptyScale }, customers: 0, measured: 0, gutDone: false, cutX: 50, cutY: 50, points: [],
  quadrantCounts: { attack: 0, deepen: 0, maintain: 0, release: 0 }, findings: { open: 0, accepted: 0, rejected: 0 }, symptoms: { concentration: 0, neglected: 0, 'over-served': 0, 'non-separating': 0, 'all-high': 0, incomplete: 0 },
  alignment: null, spearman: null, allHigh: false, editedAt: null, online: 4, heldDevices: 0, leftOut: 0, parts: summariseParts(emptyParts()), ...change,
})

export const buildTrainerView = (change: Partial<TrainerView> = {}): TrainerView => ({
  role: 'trainer', version: 1, run: 'r', serverNow: 0, class: { id: 'c', code: '123456', title: { 'zh-CN': '课', en: 'Class' }, trainerName: '', ended: false, namesWipedAt: null },
  timer: { state: 'idle', durationMs: 60_000 }, groups: [buildGroup()], frozenSince: null, sharing: null, agenda: [buildItem(), buildItem({ id: 'i-2' })], currentId: 'i-1', day: { courseId: null, stays: [], remarks: [], lastTime: null },
  members: [buildMember()], removedMembers: [buildMember({ id: 'p-9', name: '走了的人' })], messages: [],
  draw: null, rounds: { person: { number: 1, drawn: 0, of: 1 }, group: { number: 1, drawn: 0, of: 1 } }, points: [], archivedGroups: [], polls: [], picks: {}, alone: [],
  projector: { scene: { kind: 'lobby' }, theme: 'light', showCustomers: false, showPeople: false, locale: 'zh-CN' }, turning: turningFrom(0),
  projectorsOnline: 0, projectorSound: null, preflight: { devices: [], computer: { platform: 'linux', program: 'node', port: 8420 }, freeMb: null }, doorOpen: true, takeHome: { open: false, reached: false }, joinUrl: 'http://192.168.1.23:8420/j/123456', addresses: [], firstOutsideAt: null, warnings: [],
  usage: { documents: { used: 1, of: 12 }, bytes: { used: 0, of: 1 }, people: { used: 1, of: 400 }, updatesPerSecond: { used: 0, of: 1 } },
  ...change,
})
