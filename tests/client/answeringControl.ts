import { ref, type Ref, shallowRef, type ShallowRef } from 'vue'
import type { Line } from '../../client/api/control.ts'
import type { AnswersView } from '../../shared/answers/topics.ts'
import type { ParticipantView } from '../../shared/protocol/views.ts'
import { offlineControl, outboxOf } from './offlineControl.ts'
import { buildParticipantView } from './views.ts'

type Outcome = Awaited<ReturnType<ReturnType<typeof offlineControl>['send']>>
export interface AnsweringControl {
  readonly control: ReturnType<typeof offlineControl>
  readonly line: Ref<Line>
  readonly view: ShallowRef<ParticipantView | null>
  /** What was sent, in order. */
  readonly sent: { readonly name: string; readonly payload: Readonly<Record<string, unknown>> }[]
  /** The server answers the oldest command that waits. */
  answer(outcome: Outcome): Promise<void>
  /** What the server tells this device of answers. */
  tell(answers: Partial<AnswersView>): void
}

/** Microtasks until everything that waited for one answer has gone on. */
const TURNS = 12

/** The line to the class under the test's hand: it is up or down, and the server answers when it is told to. */
export function answeringControl({ me = 'me' } = {}): AnsweringControl {
  const line = ref<Line>('online')
  const answers = shallowRef<AnswersView>({ mine: {}, results: {} })
  const view = shallowRef<ParticipantView | null>(buildParticipantView({}))
  const sent: AnsweringControl['sent'] = []
  const waiting: ((outcome: unknown) => void)[] = []
  // The test's own outcome stands for whatever the command returns.
  const send = ((name: string, payload: Readonly<Record<string, unknown>>) => {
    if (line.value !== 'online') return Promise.resolve({ ok: false, reason: 'offline' })
    sent.push({ name, payload })
    return new Promise<unknown>((resolve) => waiting.push(resolve))
  }) as ReturnType<typeof offlineControl>['send']
  return {
    line, view, sent,
    control: {
      ...offlineControl(), line, answers, view, send,
      outbox: outboxOf({ line, answers, whose: () => me, give: (topic, value) => send('answer:give', { topic, value: JSON.parse(JSON.stringify(value)) as never }) }),
    },
    async answer(outcome) {
      waiting.shift()?.(outcome)
      // Who waited goes on before the test does, also under a clock that stands still.
      for (let turn = 0; turn < TURNS; turn++) await Promise.resolve()
    },
    tell: (change) => { answers.value = { ...answers.value, ...change } },
  }
}
