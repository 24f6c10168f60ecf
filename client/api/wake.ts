/** Notices that the device slept, hid the page or left it: sockets that look open may be dead by then. */
export interface WakeListener {
  readonly wake: () => void
  readonly hide?: () => void
  readonly leave?: () => void
}

const TICK_MS = 1_000
/** A tick that comes this late means that the page was frozen. */
const FROZEN_MS = 5_000

/** @returns the function that stops listening. */
export function onWake({ wake, hide, leave }: WakeListener): () => void {
  const visibility = (): void => (document.visibilityState === 'visible' ? wake() : hide?.())
  const pageShow = (event: PageTransitionEvent): void => { if (event.persisted) wake() }
  const pageHide = (): void => leave?.()
  let last = performance.now()
  const ticker = setInterval(() => {
    const now = performance.now()
    // Hidden pages are throttled to one tick a minute: that is no sleep.
    if (now - last > FROZEN_MS && document.visibilityState === 'visible') wake()
    last = now
  }, TICK_MS)
  document.addEventListener('visibilitychange', visibility)
  window.addEventListener('pageshow', pageShow)
  window.addEventListener('pagehide', pageHide)
  window.addEventListener('online', wake)
  return () => {
    clearInterval(ticker)
    document.removeEventListener('visibilitychange', visibility)
    window.removeEventListener('pageshow', pageShow)
    window.removeEventListener('pagehide', pageHide)
    window.removeEventListener('online', wake)
  }
}
