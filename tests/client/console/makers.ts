import { emptyParts, summariseParts } from '../../../shared/groupwork/parts.ts'
import type { AgendaItem, GroupSummary, GroupView, MemberView } from '../../../shared/protocol/views.ts'

export const buildItem = (change: Partial<AgendaItem> = {}): AgendaItem => ({
  id: 'i-1', number: '1', kind: 'talk', activity: null,
  title: { 'zh-CN': '欢迎', en: 'Welcome' }, brief: { 'zh-CN': '', en: '' }, notes: { 'zh-CN': '只有讲师看', en: 'trainer only' },
  minutes: 10, plannedMinutes: 10, floor: 5, cut: 1, startsAt: null, steps: [], uncounted: false, lockAtZero: false, polls: [], case: null,
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
