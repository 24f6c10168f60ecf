// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import type { PublicPoll } from '../../../shared/poll/model.ts'
import type { ParticipantView, PublicAgendaItem } from '../../../shared/protocol/views.ts'
import { usePollPrompt } from '../../../client/features/workspace/polls/usePollPrompt.ts'
import { defaultCourse } from '../../../shared/course/default.ts'
import { buildParticipantView } from '../views.ts'

const text = { 'zh-CN': '先去哪一家', en: 'Whom first' }
const pollOf = (id: string, askedAt: number): PublicPoll =>
  ({ id, definition: { id: 'p', kind: 'words', question: text, live: false, comparedWith: null, most: 2 }, state: 'open', shown: false, askedAt, comparedWith: null })
function itemOf(place: number): PublicAgendaItem {
  const item = defaultCourse.items[place]
  if (!item) throw new Error('the course is shorter')
  return { ...item, skipped: false, plannedMinutes: item.minutes, startedAt: place * 10, endedAt: null }
}

it('a poll that is left open is a line at the top from the next item on; one that is asked there comes as a card', () => {
  const scope = effectScope()
  const view = shallowRef<ParticipantView>(buildParticipantView({ current: itemOf(1) }))
  const show = (change: Partial<ParticipantView>): void => { view.value = { ...view.value, ...change } }
  let isWriting = false
  const prompt = scope.run(() => usePollPrompt({ view: () => view.value, answers: () => ({ mine: {}, results: {} }), place: () => 'potential', isWriting: () => isWriting }))
  show({ polls: [pollOf('first', 15)] })
  expect(prompt?.folded.value).toBe(false)
  show({ current: itemOf(2) })
  expect(prompt?.folded.value).toBe(true)
  show({ polls: [pollOf('second', 25)] })
  expect(prompt?.folded.value).toBe(false)
  // Who is in the middle of a word keeps the field.
  isWriting = true
  show({ current: itemOf(3) })
  expect(prompt?.folded.value).toBe(false)
  scope.stop()
})
