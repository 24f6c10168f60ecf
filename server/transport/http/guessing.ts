import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '../../../shared/protocol/reply.ts'

/**
 * P5.4: six digits can be guessed, so wrong codes are counted, by address and altogether. But behind one router a whole
 * class has one address, so nobody is shut out for what somebody else guessed:
 * – a right code of a class that this address has joined before is always let through at once;
 * – beyond the limits the others wait, in few places, and then are answered truly. What finds no place is told to retry.
 * At worst that lets through some guesses per second, of a million codes.
 */
export interface Guessing {
  /**
   * @param lookUp finds what the code opens, and the class it belongs to; undefined when the code is wrong.
   * @throws Refusal 'wrong-code' | 'too-fast'
   */
  guess<T>(address: string, lookUp: () => Promise<{ readonly classId: string; readonly value: T } | undefined>): Promise<T>
  /** Somebody at this address was let into this class. */
  trust(address: string, classId: string): void
}

export interface GuessingLimits {
  readonly perAddress: number
  readonly altogether: number
  readonly withinSeconds: number
  readonly waitMs: number
  /** Places to wait in, per address and altogether. */
  readonly waitingPerAddress: number
  readonly waiting: number
}
export const defaultGuessingLimits: GuessingLimits = { perAddress: 20, altogether: 200, withinSeconds: 60, waitMs: 2_000, waitingPerAddress: 4, waiting: 16 }
const MAX_TRUSTED = 5_000

export function createGuessing(limits: GuessingLimits): Guessing {
  const byAddress = new RateLimiterMemory({ points: limits.perAddress, duration: limits.withinSeconds })
  const together = new RateLimiterMemory({ points: limits.altogether, duration: limits.withinSeconds })
  const waiting = new Map<string, number>()
  let waitingTogether = 0
  const trusted = new Set<string>()

  const isOver = async (limiter: RateLimiterMemory, key: string, limit: number): Promise<boolean> => ((await limiter.get(key))?.consumedPoints ?? 0) >= limit

  async function waitInLine(address: string): Promise<void> {
    const own = waiting.get(address) ?? 0
    if (own >= limits.waitingPerAddress || waitingTogether >= limits.waiting) throw new Refusal('too-fast', 'too many wrong codes; try again in a moment')
    waiting.set(address, own + 1)
    waitingTogether += 1
    await new Promise((resolve) => setTimeout(resolve, limits.waitMs))
    waitingTogether -= 1
    const left = (waiting.get(address) ?? 1) - 1
    if (left > 0) waiting.set(address, left)
    else waiting.delete(address)
  }

  return {
    async guess(address, lookUp) {
      const found = await lookUp()
      if (found && trusted.has(`${address} ${found.classId}`)) return found.value
      const isCrowded = (await isOver(byAddress, address, limits.perAddress)) || (await isOver(together, 'all', limits.altogether))
      if (isCrowded) await waitInLine(address)
      if (found) return found.value
      await Promise.allSettled([byAddress.consume(address), together.consume('all')])
      throw new Refusal('wrong-code', 'no class has this code')
    },
    trust(address, classId) {
      if (trusted.size < MAX_TRUSTED) trusted.add(`${address} ${classId}`)
    },
  }
}
