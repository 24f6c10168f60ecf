import { useEventListener } from '@vueuse/core'
import { readonly, ref } from 'vue'
import { type FailureReason, http } from '../../api/http.ts'
import { takeKey } from './trainerKey.ts'

export type TrainerSession =
  | { readonly state: 'asking' }
  | { readonly state: 'in' }
  /** `why`: the link that was tried didn't work. */
  | { readonly state: 'out'; readonly why: 'used-link' | null }
  | { readonly state: 'failed'; readonly reason: FailureReason }

/** Whether this browser is the trainer's; a key in the address is exchanged for the cookie first. */
export function useTrainerSession() {
  const session = ref<TrainerSession>({ state: 'asking' })

  async function ask(key: string | null): Promise<void> {
    session.value = { state: 'asking' }
    const exchanged = key === null ? null : await http.exchangeTrainerKey(key)
    if (exchanged && !exchanged.ok && exchanged.reason === 'offline') {
      session.value = { state: 'failed', reason: 'offline' }
      return
    }
    // A used-up link in a browser that is signed in already is no problem.
    const asked = await http.trainerSession()
    if (asked.ok && asked.value.trainer) session.value = { state: 'in' }
    else if (asked.ok || asked.reason === 'not-allowed') session.value = { state: 'out', why: exchanged && !exchanged.ok ? 'used-link' : null }
    else session.value = { state: 'failed', reason: asked.reason }
  }

  void ask(takeKey())
  // A new link pasted into a tab that shows this page changes the hash alone.
  useEventListener(window, 'hashchange', () => {
    const key = takeKey()
    if (key !== null) void ask(key)
  })
  return { session: readonly(session), retry: () => ask(null), signedOut: () => { session.value = { state: 'out', why: null } } }
}
