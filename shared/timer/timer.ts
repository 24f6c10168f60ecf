/**
 * The exercise timer. Times ending in `Ms` are durations; `…At` are instants of the server's clock in ms.
 * After zero the timer runs on into overtime until someone ends it.
 */
export type Timer =
  | { readonly state: 'idle'; readonly durationMs: number }
  | { readonly state: 'running'; readonly durationMs: number; readonly endsAt: number }
  /** `remainingMs` is negative when it was paused in overtime. */
  | { readonly state: 'paused'; readonly durationMs: number; readonly remainingMs: number }
  | { readonly state: 'overtime'; readonly durationMs: number; readonly endsAt: number }
  | { readonly state: 'ended'; readonly durationMs: number }

export type TimerEvent =
  | { readonly kind: 'start' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  /** Moves the end by `byMs`, which may be negative. */
  | { readonly kind: 'adjust'; readonly byMs: number }
  | { readonly kind: 'end' }
  | { readonly kind: 'reset'; readonly durationMs: number }
  | { readonly kind: 'tick' }
