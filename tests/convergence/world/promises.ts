/** What a frame of a tablet brings: marks that it wrote, and marks that it struck out. */
export interface Claim {
  readonly added: readonly string[]
  readonly struck: readonly string[]
}
/**
 * How much was promised of a mark. seen: another tablet had it, so it survives a crash. held: its writer was told that a
 * lock keeps it back. saved: its writer was told so; like held, this survives a loss of power too.
 */
export type Strength = 'seen' | 'held' | 'saved'
const rank: Readonly<Record<Strength, number>> = { seen: 0, held: 1, saved: 2 }

/** A document as somebody finds it: each mark once for every time that it stands there. */
export interface Found {
  readonly marks: readonly string[]
  /** The same, with what a lock holds back. */
  readonly withHeld: readonly string[]
}

/** What one document owes to the people who work in it, by the unique marks that they leave in it. */
export class Promises {
  /** A server's edit that was refused: nobody may ever see these. */
  readonly refused = new Set<string>()
  /** Arrived while the document was open, or nearly: a lock does not keep them back. */
  readonly arrivedOpen = new Set<string>()
  /** Arrived behind the lock. */
  readonly behindLock = new Set<string>()
  private readonly there = new Map<string, Strength>()
  private readonly gone = new Map<string, Strength>()
  /** Somebody struck these out; whether that counts is not promised. */
  private readonly maybeStruck = new Set<string>()

  promise(claim: Claim, strength: Strength): void {
    for (const mark of claim.added) strengthen(this.there, mark, strength)
    for (const mark of claim.struck) strengthen(this.gone, mark, strength)
  }
  strikes(marks: readonly string[]): void {
    for (const mark of marks) this.maybeStruck.add(mark)
  }
  arrives({ added }: Claim, isBehindLock: boolean): void {
    for (const mark of added) {
      if (isBehindLock && !this.arrivedOpen.has(mark)) this.behindLock.add(mark)
      else {
        this.behindLock.delete(mark)
        this.arrivedOpen.add(mark)
      }
    }
  }
  mayBeStruck = (mark: string): boolean => this.maybeStruck.has(mark)
  /** The power went: what was only seen is not promised any more. */
  forgetSeen(): void {
    for (const list of [this.there, this.gone]) for (const [mark, strength] of list) if (strength === 'seen') list.delete(mark)
  }
  /** What is wrong with a document that should keep all that was promised; null when nothing is. */
  brokenBy({ marks, withHeld }: Found): string | null {
    const [open, all] = [new Set(marks), new Set(withHeld)]
    const twice = withHeld.find((mark, place) => withHeld.indexOf(mark) !== place)
    if (twice) return `${twice} is there twice`
    for (const [mark, strength] of this.there) {
      if (!this.maybeStruck.has(mark) && !(strength === 'held' ? all : open).has(mark)) return `${mark} was ${strength} and is missing`
    }
    for (const [mark, strength] of this.gone) {
      if ((strength === 'held' ? all : open).has(mark)) return `${mark} was struck out (${strength}) and is back`
    }
    return this.leakedIn(marks)
  }
  /** What should not be seen by anybody yet, or ever. */
  leakedIn(marks: readonly string[]): string | null {
    const refused = marks.find((mark) => this.refused.has(mark))
    if (refused) return `${refused} was refused and is there`
    const early = marks.find((mark) => this.behindLock.has(mark))
    return early ? `${early} is held back by the lock and is there` : null
  }
}

function strengthen(list: Map<string, Strength>, mark: string, strength: Strength): void {
  const known = list.get(mark)
  if (!known || rank[known] < rank[strength]) list.set(mark, strength)
}
