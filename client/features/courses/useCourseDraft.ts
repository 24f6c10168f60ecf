import { computed, onScopeDispose, readonly, ref, type Ref, shallowReadonly, shallowRef, type ShallowRef } from 'vue'
import type { CourseTemplate } from '../../../shared/course/template.ts'
import type { CourseView } from '../../../shared/protocol/http.ts'
import type { FailureReason, Outcome } from '../../api/http.ts'

export type Saving =
  | { readonly state: 'saved' }
  /** Changed, and not sent yet or on its way. */
  | { readonly state: 'changed' }
  /** Tried, and tried again until it works. */
  | { readonly state: 'failed'; readonly reason: FailureReason }
  /** Somebody changed the course elsewhere; nothing is sent until the trainer has chosen. */
  | { readonly state: 'conflict' }

export interface CourseDraft {
  readonly template: Readonly<ShallowRef<CourseTemplate>>
  readonly saving: Readonly<Ref<Saving>>
  readonly canUndo: Readonly<Ref<boolean>>
  readonly canRedo: Readonly<Ref<boolean>>
  /** @param what names a field: what is typed into one field in one go is one step to undo. */
  change(edit: (course: CourseTemplate) => CourseTemplate, what?: string): void
  undo(): void
  redo(): void
  /** Sends now what is not saved; whether all is. */
  flush(): Promise<boolean>
}

const SAVE_AFTER_MS = 800
const AGAIN_AFTER_MS = 5_000
const ONE_GO_MS = 1_500
const STEPS_KEPT = 100

/** A course being edited: every change can be undone and is saved by itself. */
export function useCourseDraft(course: CourseView, save: (version: number, template: CourseTemplate) => Promise<Outcome<{ readonly version: number }>>): CourseDraft {
  const template = shallowRef(course.template)
  const saving = ref<Saving>({ state: 'saved' })
  const past = shallowRef<readonly CourseTemplate[]>([])
  const future = shallowRef<readonly CourseTemplate[]>([])
  let version = course.version
  let stored = course.template
  let last = { what: '', at: -Infinity }
  let waiting: ReturnType<typeof setTimeout> | undefined
  let underWay: Promise<void> | null = null

  function become(next: CourseTemplate): void {
    template.value = next
    if (saving.value.state === 'conflict') return
    saving.value = next === stored && !underWay ? { state: 'saved' } : { state: 'changed' }
    wait(SAVE_AFTER_MS)
  }
  function wait(ms: number): void {
    clearTimeout(waiting)
    waiting = setTimeout(() => void flush(), ms)
  }

  async function send(): Promise<void> {
    const sent = template.value
    const outcome = await save(version, sent)
    if (outcome.ok) {
      version = outcome.value.version
      stored = sent
      saving.value = template.value === sent ? { state: 'saved' } : { state: 'changed' }
    } else if (outcome.reason === 'conflict') saving.value = { state: 'conflict' }
    else {
      saving.value = { state: 'failed', reason: outcome.reason }
      wait(AGAIN_AFTER_MS)
    }
  }
  async function flush(): Promise<boolean> {
    clearTimeout(waiting)
    // Whoever else waited may have begun the next one: two of one version would be a conflict with oneself.
    while (underWay) await underWay
    if (template.value !== stored && saving.value.state !== 'conflict') {
      underWay = send()
      await underWay
      underWay = null
    }
    return template.value === stored
  }
  onScopeDispose(() => clearTimeout(waiting))

  return {
    template: shallowReadonly(template),
    saving: readonly(saving),
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    change(edit, what = '') {
      const next = edit(template.value)
      if (next === template.value) return
      const now = performance.now()
      const goesOn = what !== '' && what === last.what && now - last.at < ONE_GO_MS
      if (!goesOn) past.value = [...past.value, template.value].slice(-STEPS_KEPT)
      last = { what, at: now }
      future.value = []
      become(next)
    },
    undo() {
      const before = past.value.at(-1)
      if (!before) return
      past.value = past.value.slice(0, -1)
      future.value = [...future.value, template.value]
      last = { what: '', at: -Infinity }
      become(before)
    },
    redo() {
      const after = future.value.at(-1)
      if (!after) return
      future.value = future.value.slice(0, -1)
      past.value = [...past.value, template.value]
      last = { what: '', at: -Infinity }
      become(after)
    },
    flush,
  }
}
