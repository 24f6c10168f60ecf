/** Everything that a key can do, in the order of the overview. A presenter's clicker sends PageDown, PageUp, and "." or b for blank. */
export const shortcutGroups = {
  timer: ['timer-toggle', 'timer-more', 'timer-less', 'timer-five', 'timer-end', 'sound'],
  agenda: ['next', 'previous', 'cuts', 'notes'],
  groups: ['lock', 'unlock', 'message', 'hands', 'freeze', 'draw', 'points'],
  projector: ['scene-lobby', 'scene-agenda', 'scene-timer', 'scene-progress', 'scene-map', 'scene-multiples', 'scene-blank', 'customers', 'people', 'theme', 'locale', 'window'],
  class: ['join', 'door', 'help'],
} as const
export type ShortcutGroup = keyof typeof shortcutGroups
export type Shortcut = (typeof shortcutGroups)[ShortcutGroup][number]
export type Pressed = Shortcut | { readonly group: number }

/** `KeyboardEvent.key` in lower case → what it does; the first key of each is the one that the overview shows. */
const keys: Readonly<Record<Shortcut, readonly string[]>> = {
  'timer-toggle': [' '], 'timer-more': ['+', '='], 'timer-less': ['-', '_'], 'timer-five': ['f'], 'timer-end': ['e'], sound: ['x'],
  next: ['n', 'pagedown'], previous: ['p', 'pageup'], cuts: ['s'], notes: ['o'],
  lock: ['l'], unlock: ['u'], message: ['m'], hands: ['h'], freeze: ['a'], draw: ['r'], points: ['g'],
  'scene-lobby': ['1'], 'scene-agenda': ['2'], 'scene-timer': ['3'], 'scene-progress': ['4'], 'scene-map': ['5'], 'scene-multiples': ['6'], 'scene-blank': ['b', '.', '0'],
  customers: ['c'], people: ['v'], theme: ['t'], locale: ['k'], window: ['w'],
  join: ['j'], door: ['d'], help: ['?', '/'],
}

const byKey = new Map<string, Shortcut>(Object.entries(keys).flatMap(([shortcut, list]) => list.map((key): [string, Shortcut] => [key, shortcut as Shortcut])))

export interface KeyPress {
  readonly key: string
  /** The key's place, whatever the keyboard's layout or input method makes of it: "KeyA". */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly repeat: boolean
  readonly isComposing: boolean
}

/** A Chinese input method may turn a key into "Process" or a full-width sign: the key's place still tells. */
function plainKey({ key, code }: KeyPress): string {
  if (/^[\x20-\x7e]$/.test(key) || key === 'PageDown' || key === 'PageUp') return key.toLowerCase()
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1]
  return letter?.toLowerCase() ?? ''
}

/** What a key press asks for, or null. Shift with a letter A–L opens that group. Key repeat does nothing: holding a key is one press. */
export function shortcutFor(press: KeyPress): Pressed | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat || press.isComposing) return null
  const key = plainKey(press)
  if (press.shiftKey && /^[a-z]$/.test(key)) return key <= 'l' ? { group: key.charCodeAt(0) - 97 } : null
  return byKey.get(key) ?? null
}

const shown: Readonly<Record<string, string>> = { ' ': 'Space', pagedown: 'PageDown', pageup: 'PageUp', '-': '−' }
/** The keys of a shortcut as the overview writes them. */
export const keyLabels = (shortcut: Shortcut): string[] =>
  keys[shortcut].filter((key) => key !== '=' && key !== '_' && key !== '/').map((key) => shown[key] ?? key.toUpperCase())

const typing = 'input:not([type="checkbox"]):not([type="radio"]):not([type="range"]), textarea, select, [contenteditable=""], [contenteditable="true"]'
/** Keys belong to the field while somebody types, to the dialog while one is open, and Space to the button that has the focus. */
export function belongsElsewhere(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest(typing) || target.closest('[role="dialog"], [role="menu"], [role="listbox"]')) return true
  return key === ' ' && target.closest('button, a, [role="button"], [role="tab"], [role="switch"], summary') !== null
}
