import { take } from '../../domain/rateLimit.ts'

/** What somebody may send: a burst, and so much a second in the long run (P5.11). */
interface Rate {
  readonly burst: number
  readonly perSecond: number
}
export interface Allowance {
  /** Anything at all. False: too fast. */
  message(): boolean
  /** Beside that, what changes the class: each is saved and told. */
  command(): boolean
}

const MESSAGES: Rate = { burst: 100, perSecond: 20 }
const COMMANDS: Rate = { burst: 60, perSecond: 6 }

function bucket({ burst, perSecond }: Rate, monotonic: () => number): () => boolean {
  let fullAt = 0
  return () => {
    const next = take(fullAt, 1, burst, perSecond, monotonic())
    if (next !== null) fullAt = next
    return next !== null
  }
}
/** Commands of those who are not many, and whom the trainer has let in, are bounded by the messages alone. */
export const createAllowance = (isParticipant: boolean, monotonic: () => number): Allowance =>
  ({ message: bucket(MESSAGES, monotonic), command: isParticipant ? bucket(COMMANDS, monotonic) : () => true })
