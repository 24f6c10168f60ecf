import { type ComputedRef, computed, inject, type InjectionKey, provide, reactive, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AloneExercise } from '../../../shared/alone/model.ts'
import type { AnswersView } from '../../../shared/answers/topics.ts'
import type { CommandName, CommandPayload, CommandResult, Target } from '../../../shared/protocol/commands.ts'
import type { Aggregate, AgendaItem, GroupDetail, Replay, TrainerView } from '../../../shared/protocol/views.ts'
import type { ScaleComparison } from '../../../shared/scale/comparison.ts'
import { inLanguage, isLocale, type Localized } from '../../../shared/language/locale.ts'
import type { Control } from '../../api/control.ts'
import type { Outcome } from '../../api/http.ts'
import { useServerTime } from '../../api/useServerTime.ts'
import type { Toasts } from '../../ui/toasts.ts'

/** The room's tools that open over the console, one at a time. */
export type RoomPanel = 'draw' | 'points' | 'attendance' | 'preflight'

/** What is open over the console. */
export interface Panels {
  groupId: string | null
  itemId: string | null
  /** A new item of the agenda, before this one or last. */
  adding: { readonly before: string | null } | null
  /** How the day went. */
  day: boolean
  messageTo: Target | null
  qr: boolean
  room: RoomPanel | null
  help: boolean
  takeHome: boolean
  sharing: boolean
  cuts: boolean
  notes: boolean
  /** What is done alone first, group by group. */
  alone: AloneExercise | null
  /** What people are asked and what they said: one at a time. */
  ask: 'make' | 'polls' | 'board' | 'review' | null
}

/** What every part of the console reads, and the one way by which it changes something. */
export interface Console {
  readonly view: ComputedRef<TrainerView>
  readonly aggregate: Readonly<Ref<Aggregate | null>>
  readonly detail: Readonly<Ref<GroupDetail | null>>
  readonly replay: Readonly<Ref<Replay | null>>
  readonly comparison: Readonly<Ref<ScaleComparison | null>>
  readonly answers: Readonly<Ref<AnswersView>>
  readonly pointer: Control<TrainerView>['pointer']
  readonly current: ComputedRef<AgendaItem | null>
  /** The server's clock, a few times a second. */
  readonly now: Readonly<Ref<number>>
  /** Nothing can be done now: the line is down or the server said goodbye (pitfall 3.4). */
  readonly offline: ComputedRef<boolean>
  /** Offline, or the class has ended: the day can't be driven. */
  readonly idle: ComputedRef<boolean>
  readonly panels: Panels
  serverNow(): number
  text(text: Localized): string
  /** Sends a command; a refusal is shown in words. The same command while the first is under way is the double tap of one wish. */
  act<N extends CommandName>(name: N, payload: CommandPayload<N>): Promise<Outcome<CommandResult<N>>>
  /** Asks for something to look at. What a refusal means is said where it is looked at. */
  ask<N extends CommandName>(name: N, payload: CommandPayload<N>): Promise<Outcome<CommandResult<N>>>
  /** @param topic a later word of the same takes its place, where only the last step can be undone */
  done(text: string, undo?: () => void, topic?: string): void
  problem(text: string): void
}

const key: InjectionKey<Console> = Symbol('console')
/** Two quick presses of +1 are two minutes, meant so. */
const repeatable: ReadonlySet<CommandName> = new Set(['timer:adjust'])

/** @param view the newest snapshot; the console is built once there is one. */
export function provideConsole(control: Control<TrainerView>, view: ComputedRef<TrainerView>, toasts: Toasts): Console {
  const { t, locale } = useI18n()
  const underWay = reactive(new Map<string, Promise<Outcome<unknown>>>())
  const offline = computed(() => control.line.value !== 'online')

  async function act<N extends CommandName>(name: N, payload: CommandPayload<N>): Promise<Outcome<CommandResult<N>>> {
    const wish = `${name} ${JSON.stringify(payload)}`
    const first = repeatable.has(name) ? undefined : underWay.get(wish)
    // The map holds what `send` returned for this very name.
    if (first) return first as Promise<Outcome<CommandResult<N>>>
    const sent = control.send(name, payload)
    underWay.set(wish, sent)
    try {
      const outcome = await sent
      if (!outcome.ok) toasts.show({ kind: 'problem', text: t(`common.failure.${outcome.reason}`) })
      return outcome
    } finally {
      underWay.delete(wish)
    }
  }

  const made: Console = {
    view,
    aggregate: control.aggregate,
    detail: control.detail,
    replay: control.replay,
    comparison: control.comparison,
    answers: control.answers,
    pointer: control.pointer,
    current: computed(() => view.value.agenda.find((item) => item.id === view.value.currentId) ?? null),
    now: useServerTime(control.serverNow),
    offline,
    idle: computed(() => offline.value || view.value.class.ended),
    panels: reactive<Panels>({ groupId: null, itemId: null, adding: null, day: false, messageTo: null, qr: false, room: null, help: false, takeHome: false, sharing: false, cuts: false, notes: false, alone: null, ask: null }),
    serverNow: control.serverNow,
    text: (text) => inLanguage(text, isLocale(locale.value) ? locale.value : 'zh-CN'),
    act,
    ask: control.send,
    done: (text, undo, topic) => toasts.show({ kind: 'done', text, ...(undo ? { action: { label: t('common.undo'), run: undo } } : {}), ...(topic === undefined ? {} : { topic }) }),
    problem: (text) => toasts.show({ kind: 'problem', text }),
  }
  provide(key, made)
  return made
}

export function useConsole(): Console {
  const found = inject(key)
  if (!found) throw new Error('the console is not provided')
  return found
}
