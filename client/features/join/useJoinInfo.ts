import { onScopeDispose, readonly, shallowRef, watch, type Ref } from 'vue'
import { http, type FailureReason } from '../../api/http.ts'
import { onWake } from '../../api/wake.ts'
import type { JoinInfo } from '../../../shared/protocol/http.ts'

export type JoinInfoState =
  | { readonly state: 'none' }
  /** `late`: it has taken long enough to show that something is on its way. */
  | { readonly state: 'loading'; readonly late: boolean }
  /** `offline`: what is shown is the last that was known. */
  | { readonly state: 'ready'; readonly info: JoinInfo; readonly offline: boolean }
  | { readonly state: 'failed'; readonly reason: FailureReason }

const SKELETON_AFTER_MS = 300
const REFRESH_MS = 6_000
/** A room of phones must not ask all at once. */
const JITTER_MS = 3_000
const RETRY_MS = 3_000

/** The class behind a code, kept fresh while the page is seen. An outage keeps what is shown and heals by itself. */
export function useJoinInfo(code: Readonly<Ref<string | null>>) {
  const state = shallowRef<JoinInfoState>({ state: 'none' })
  let again: ReturnType<typeof setTimeout> | undefined
  let skeleton: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  async function refresh(): Promise<void> {
    const wanted = code.value
    clearTimeout(again)
    if (wanted === null) return
    const ticket = ++asked
    const reply = await http.joinInfo(wanted)
    // Another code, or a newer question, was asked meanwhile.
    if (ticket !== asked) return
    clearTimeout(skeleton)
    if (reply.ok) state.value = { state: 'ready', info: reply.value, offline: false }
    else if (state.value.state === 'ready' && passing(reply.reason)) state.value = { ...state.value, offline: reply.reason === 'offline' }
    else state.value = { state: 'failed', reason: reply.reason }
    schedule(reply.ok ? REFRESH_MS + Math.random() * JITTER_MS : passing(reply.reason) ? RETRY_MS : null)
  }

  function schedule(inMs: number | null): void {
    clearTimeout(again)
    if (inMs !== null && document.visibilityState === 'visible') again = setTimeout(() => void refresh(), inMs)
  }

  function retry(): void {
    clearTimeout(skeleton)
    if (state.value.state !== 'ready') {
      state.value = { state: 'loading', late: false }
      skeleton = setTimeout(() => {
        if (state.value.state === 'loading') state.value = { state: 'loading', late: true }
      }, SKELETON_AFTER_MS)
    }
    void refresh()
  }

  watch(code, (wanted) => {
    asked++
    clearTimeout(again)
    state.value = { state: 'none' }
    if (wanted !== null) retry()
  }, { immediate: true })

  const stopWaking = onWake({ wake: () => void refresh() })
  onScopeDispose(() => {
    asked++
    clearTimeout(again)
    clearTimeout(skeleton)
    stopWaking()
  })
  return { state: readonly(state), refresh, retry }
}

/** Reasons that go away by waiting. */
const passing = (reason: FailureReason): boolean => reason === 'offline' || reason === 'too-fast' || reason === 'internal'
