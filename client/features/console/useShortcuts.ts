import { useEventListener } from '@vueuse/core'
import { type Locale, locales } from '../../../shared/language/locale.ts'
import { keepSound, LOCK_WARNING_MS, type Controls } from './controls.ts'
import { belongsElsewhere, type Shortcut, shortcutFor } from './shortcuts.ts'
import type { Console } from './useConsole.ts'
import { raisedHands } from './signals.ts'

/** Keys and the presenter's clicker, for as long as the console is shown. */
export function useShortcuts({ view, panels, idle, offline, act }: Console, controls: Controls): void {
  const setProjector = (change: { theme?: 'light' | 'dark'; showCustomers?: boolean; showPeople?: boolean; locale?: Locale }): void => {
    if (!offline.value) void act('projector:set', change)
  }
  const projector = () => view.value.projector

  /** The group whose hand has waited longest. */
  function openHand(): void {
    const waiting = view.value.groups.flatMap((group) => raisedHands(view.value.members, group.id)).sort((one, other) => one.handRaisedAt - other.handRaisedAt)
    if (waiting[0]) panels.groupId = waiting[0].groupId
  }

  const does: Readonly<Record<Shortcut, () => void>> = {
    'timer-toggle': controls.toggleTimer,
    'timer-more': () => controls.adjust(1),
    'timer-less': () => controls.adjust(-1),
    'timer-five': () => controls.adjust(5),
    'timer-end': controls.endTimer,
    sound: () => { controls.sound.value = !controls.sound.value; keepSound(controls.sound.value) },
    next: controls.goNext,
    previous: controls.goPrevious,
    cuts: () => { panels.cuts = !panels.cuts },
    notes: () => { panels.notes = !panels.notes },
    lock: () => controls.lockAll(LOCK_WARNING_MS),
    unlock: controls.unlockAll,
    message: () => { if (!idle.value) panels.messageTo = { kind: 'class' } },
    hands: openHand,
    freeze: controls.toggleFreeze,
    draw: () => { panels.room = 'draw' },
    points: () => { panels.room = 'points' },
    'scene-lobby': () => controls.show({ kind: 'lobby' }),
    'scene-agenda': () => controls.show({ kind: 'agenda' }),
    'scene-timer': () => controls.show({ kind: 'timer' }),
    'scene-progress': () => controls.show({ kind: 'progress' }),
    'scene-map': () => controls.show({ kind: 'map', mode: 'all' }),
    'scene-multiples': () => controls.show({ kind: 'map', mode: 'multiples' }),
    'scene-blank': controls.toggleBlank,
    customers: () => setProjector({ showCustomers: !projector().showCustomers }),
    people: () => setProjector({ showPeople: !projector().showPeople }),
    theme: () => setProjector({ theme: projector().theme === 'light' ? 'dark' : 'light' }),
    locale: () => setProjector({ locale: locales[(locales.indexOf(projector().locale) + 1) % locales.length] }),
    window: () => void controls.openProjector(),
    join: () => { panels.qr = true },
    door: () => { if (!idle.value) void act('class:door', { open: !view.value.doorOpen }) },
    help: () => { panels.help = true },
  }

  useEventListener(window, 'keydown', (event: KeyboardEvent) => {
    if (event.defaultPrevented || belongsElsewhere(event.target, event.key)) return
    const pressed = shortcutFor(event)
    if (!pressed) return
    event.preventDefault()
    if (typeof pressed === 'string') does[pressed]()
    else panels.groupId = view.value.groups.find((group) => group.index === pressed.group)?.id ?? null
  })
  // Who clicked a button by pointer doesn't mean it with the next Space; who came to it by keyboard does.
  useEventListener(window, 'click', (event: MouseEvent) => {
    const { activeElement } = document
    if (event.detail > 0 && activeElement instanceof HTMLButtonElement && !activeElement.closest('[role="dialog"], [role="menu"]')) activeElement.blur()
  })
}
