import { inject, type InjectionKey, provide, type Ref, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ProjectorScene } from '../../../shared/protocol/commands.ts'
import { http } from '../../api/http.ts'
import { readStored, writeStored } from '../../api/storage.ts'
import { nextItem, previousItem } from './daySchedule.ts'
import type { Console } from './useConsole.ts'

/** What buttons and keys do alike. */
export interface Controls {
  readonly sound: Ref<boolean>
  toggleTimer(): void
  adjust(byMinutes: number): void
  endTimer(): void
  go(itemId: string): void
  goNext(): void
  goPrevious(): void
  shorten(minutes: readonly { readonly itemId: string; readonly minutes: number }[]): Promise<void>
  lockAll(inMs: number): void
  unlockAll(): void
  /** "Eyes to the front", and back to work. */
  toggleFreeze(): void
  show(scene: ProjectorScene): void
  toggleBlank(): void
  openProjector(): Promise<void>
}

export const LOCK_WARNING_MS = 10_000
const MINUTE_MS = 60_000
const SOUND_KEY = 'ketu.console.sound'

interface Step {
  readonly from: string | null
  readonly to: string
  /** Of this browser's own clock, ms. */
  readonly at: number
}
const SLIP_MS = 60_000
/** "Back" soon after a step means that it was a slip, of a clicker for instance: the timer that ran is wanted again, not a new one. */
export const isSlip = (step: Step, currentId: string | null, previousId: string, now: number): boolean => step.to === currentId && step.from === previousId && now - step.at < SLIP_MS

const key: InjectionKey<Controls> = Symbol('controls')

export function provideControls(parts: Console): Controls {
  const { view, current, idle, offline, act, done, problem, text } = parts
  const { t } = useI18n()
  const sound = ref(readStored('local', SOUND_KEY) !== false)

  const send = { start: 'timer:start', pause: 'timer:pause', resume: 'timer:resume', end: 'timer:end' } as const
  const titleOf = (itemId: string): string => {
    const item = view.value.agenda.find((one) => one.id === itemId)
    return item ? `${item.number} ${text(item.title)}`.trim() : ''
  }

  let lastStep: Step | null = null
  let takingBack = false
  async function goTo(to: string): Promise<void> {
    const from = view.value.currentId
    if (idle.value || to === from) return
    const gone = await act('agenda:go', { to, from })
    if (!gone.ok) return
    lastStep = { from, to, at: performance.now() }
    done(t('console.agenda.went', { title: titleOf(to) }), () => void takeBack({ from, to }), 'agenda')
  }
  async function takeBack({ from, to }: Pick<Step, 'from' | 'to'>): Promise<void> {
    lastStep = null
    takingBack = true
    const back = await act('agenda:back', { from: to, to: from })
    takingBack = false
    if (back.ok) done(t('console.agenda.tookBack'), undefined, 'agenda')
  }

  async function setFrozen(on: boolean): Promise<void> {
    if (!(await act('freeze:set', { on })).ok) return
    if (on) done(t('console.room.frozeToast'), () => void act('freeze:set', { on: false }))
    else done(t('console.room.thawedToast'))
  }

  const made: Controls = {
    sound,
    toggleTimer() {
      if (idle.value) return
      const { timer } = view.value
      if (timer.state === 'idle') void act(send.start, {})
      else if (timer.state === 'paused') void act(send.resume, {})
      else if (timer.state !== 'ended') void act(send.pause, {})
    },
    adjust(byMinutes) {
      if (!idle.value && view.value.timer.state !== 'ended') void act('timer:adjust', { byMs: byMinutes * MINUTE_MS })
    },
    endTimer() {
      if (!idle.value && view.value.timer.state !== 'ended' && view.value.timer.state !== 'idle') void act(send.end, {})
    },
    go: (itemId) => void goTo(itemId),
    goNext() {
      const next = nextItem(view.value)
      if (next) void goTo(next.id)
    },
    goPrevious() {
      const previous = previousItem(view.value)
      // The second of two quick taps belongs to the first: it is no step of its own.
      if (!previous || idle.value || takingBack) return
      if (lastStep && isSlip(lastStep, view.value.currentId, previous.id, performance.now())) void takeBack(lastStep)
      else void goTo(previous.id)
    },
    async shorten(minutes) {
      const before = minutes.flatMap(({ itemId }) => view.value.agenda.filter((item) => item.id === itemId).map((item) => ({ itemId, minutes: item.minutes })))
      const shortened = await act('agenda:shorten', { minutes: [...minutes] })
      if (shortened.ok) done(t('console.agenda.shortened', { n: minutes.length }, minutes.length), () => void act('agenda:shorten', { minutes: before }))
    },
    lockAll(inMs) {
      if (!idle.value) void act('lock:close', { groupIds: null, inMs })
    },
    unlockAll() {
      if (!idle.value) void act('lock:open', { groupIds: null })
    },
    toggleFreeze() {
      if (!idle.value) void setFrozen(view.value.frozenSince === null)
    },
    show(scene) {
      if (!offline.value) void act('projector:show', { scene })
    },
    toggleBlank() {
      const { scene } = view.value.projector
      made.show(scene.kind === 'blank' ? (current.value ? { kind: 'agenda' } : { kind: 'lobby' }) : { kind: 'blank' })
    },
    async openProjector() {
      if (offline.value) return
      // Opened within the gesture, or the browser takes it for an advertisement; filled once the token is there.
      const tab = window.open('', `ketu-projector-${view.value.class.id}`)
      const outcome = await http.projectorToken(view.value.class.id)
      if (outcome.ok && tab) tab.location.href = `/projector#token=${encodeURIComponent(outcome.value.token)}`
      else {
        tab?.close()
        problem(outcome.ok ? t('console.projector.popupBlocked') : t(`common.failure.${outcome.reason}`))
      }
    },
  }
  provide(key, made)
  return made
}

export const keepSound = (on: boolean): void => writeStored('local', SOUND_KEY, on)

export function useControls(): Controls {
  const found = inject(key)
  if (!found) throw new Error('the controls are not provided')
  return found
}
