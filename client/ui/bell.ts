/**
 * The bell at zero, made by WebAudio: nothing to load. Browsers keep sound off until the page was touched, iOS takes it away
 * again in the background (pitfall 4.19), so the context is resumed or made anew on each use.
 */
export interface Bell {
  /** After a gesture: lets sound through. @returns whether it does. */
  wake(): Promise<boolean>
  /** Three strikes. @returns whether anything can be heard; the visual flash must not wait for this. */
  ring(): Promise<boolean>
  /** One strike: the time comes to its end. */
  strike(): Promise<boolean>
  /** One soft strike: a step of the exercise begins. */
  chime(): Promise<boolean>
  close(): void
}

const STRIKES_AT_S = [0, 0.7, 1.4]
const STRIKE_S = 1.6
const PARTIALS = [{ hz: 880, gain: 0.35 }, { hz: 1_320, gain: 0.16 }, { hz: 2_217, gain: 0.06 }]
const SOFT = 0.3
const RESUME_MS = 800

export function createBell(): Bell {
  let context: AudioContext | undefined

  async function running(): Promise<AudioContext | undefined> {
    try {
      if (!context || context.state === 'closed') context = new AudioContext()
      if (context.state !== 'running') await Promise.race([context.resume(), new Promise((done) => setTimeout(done, RESUME_MS))])
      const before = context.currentTime
      // A context that says 'running' with a clock that stands is dead (iOS after the background).
      await new Promise((done) => setTimeout(done, 60))
      if (context.state === 'running' && context.currentTime > before) return context
      void context.close()
      context = new AudioContext()
      return context.state === 'running' ? context : undefined
    } catch {
      return undefined
    }
  }

  async function strike(atS: readonly number[], loudness: number): Promise<boolean> {
    const audio = await running()
    if (!audio) return false
    for (const delay of atS) {
      const at = audio.currentTime + 0.02 + delay
      for (const partial of PARTIALS) {
        const tone = audio.createOscillator()
        const volume = audio.createGain()
        tone.frequency.value = partial.hz
        volume.gain.setValueAtTime(partial.gain * loudness, at)
        volume.gain.exponentialRampToValueAtTime(0.0001, at + STRIKE_S)
        tone.connect(volume).connect(audio.destination)
        tone.start(at)
        tone.stop(at + STRIKE_S)
      }
    }
    return true
  }

  return {
    wake: async () => (await running()) !== undefined,
    ring: () => strike(STRIKES_AT_S, 1),
    strike: () => strike([0], 1),
    chime: () => strike([0], SOFT),
    close: () => void context?.close(),
  }
}
