import { type InjectionKey, inject, provide, readonly, ref, type Ref } from 'vue'

/** A short word at the foot of the screen, with at most one thing to do, such as undoing. */
export interface Toast {
  readonly id: number
  readonly kind: 'done' | 'problem'
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
  /** A later one of the same topic takes its place: what that could undo it can't any more. */
  readonly topic?: string
}
export interface Toasts {
  readonly shown: Readonly<Ref<readonly Toast[]>>
  show(toast: Omit<Toast, 'id'>): void
  dismiss(id: number): void
}

const KEPT = 3
const DONE_MS = 4_000
/** Long enough to notice, read and reach for the button; not so long that it is in the way. */
const LONGER_MS = 6_000

const key: InjectionKey<Toasts> = Symbol('toasts')

/** Makes the toasts of a page; its parts reach them by `useToasts`. Show them with KToasts. */
export function provideToasts(): Toasts {
  const shown = ref<readonly Toast[]>([])
  let count = 0
  const dismiss = (id: number): void => { shown.value = shown.value.filter((toast) => toast.id !== id) }
  const toasts: Toasts = {
    shown: readonly(shown) as Readonly<Ref<readonly Toast[]>>,
    show(toast) {
      const id = ++count
      // The same words twice are one word: a refusal that comes on every tap doesn't pile up.
      const others = shown.value.filter((other) => other.text !== toast.text && (toast.topic === undefined || other.topic !== toast.topic))
      shown.value = [...others, { ...toast, id }].slice(-KEPT)
      setTimeout(() => dismiss(id), toast.action || toast.kind === 'problem' ? LONGER_MS : DONE_MS)
    },
    dismiss,
  }
  provide(key, toasts)
  return toasts
}

export function useToasts(): Toasts {
  const toasts = inject(key)
  if (!toasts) throw new Error('toasts are not provided')
  return toasts
}

/** For dialogs: a tap on a toast's button is no tap "outside", so undoing in a sheet doesn't close it. */
export function keepOpenForToast(event: Event): void {
  const target = event instanceof CustomEvent && (event.detail as { originalEvent?: Event }).originalEvent?.target
  if (target instanceof Element && target.closest('[data-toasts]')) event.preventDefault()
}
