import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/** The server's time, refreshed a few times a second for displays; computed each time, never counted. */
export function useServerTime(serverNow: () => number, everyMs = 200): Readonly<Ref<number>> {
  const now = ref(serverNow())
  const timer = setInterval(() => { now.value = serverNow() }, everyMs)
  onScopeDispose(() => clearInterval(timer))
  return readonly(now)
}
