import type { ParticipantView } from '../../shared/protocol/views.ts'

/** A participant's view of a class that has not begun. */
export const buildParticipantView = (change: Partial<ParticipantView>): ParticipantView => ({
  role: 'participant', version: 1, run: 'run', serverNow: 0,
  class: { id: 'class', code: '123456', title: { 'zh-CN': '课', en: 'Class' }, trainerName: '', ended: false, namesWipedAt: null },
  timer: { state: 'idle', durationMs: 60_000 },
  groups: [{ id: 'group', index: 0, name: '', members: 1, online: 1, lock: { state: 'open' }, points: 0 }],
  me: { id: 'me', name: 'Ada', groupId: 'group', presence: 'online', handRaisedAt: null },
  frozenSince: null, sharing: null, members: [], current: null, next: null, resumesAt: null, opened: [], polls: [], cases: [], alone: [], takeHomeOpen: false, messages: [],
  ...change,
})
