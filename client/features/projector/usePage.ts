import { computed, type ComputedRef, inject, type InjectionKey, type Ref, ref } from 'vue'
import { pageAt } from './paging.ts'

/** For how long the pages of what is shown have turned; the stage provides it. */
export const stageTurned: InjectionKey<Readonly<Ref<number>>> = Symbol('turned')

/** Which of so many pages is on. */
export function usePage(pages: () => number): ComputedRef<number> {
  const turnedMs = inject(stageTurned, ref(0))
  return computed(() => pageAt(turnedMs.value, pages()))
}
