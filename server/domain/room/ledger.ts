/**
 * What became of one update-carrying frame of a connection.
 * missing: it built on something that never arrived, so it was dropped; the sync step 2 that we then ask for carries it again.
 */
export interface Frame {
  state: 'writing' | 'saved' | 'held' | 'missing'
  /** When it is missing: the question of ours, by number, that was asked after it came, so that the answer has its content. */
  question: number
}

/** Counts the update-carrying frames of one connection, in order, so that a receipt covers all up to a number. */
export class Ledger {
  /** Frames before these are saved, and forgotten. */
  private savedBefore = 0
  private toldSaved = 0
  private toldHeld = 0
  private open: Frame[] = []

  add(): Frame {
    const frame: Frame = { state: 'writing', question: 0 }
    this.open.push(frame)
    return frame
  }
  /** Frames whose content was dropped, of those that the answers to so many questions carry again. */
  missing(answered = Infinity): readonly Frame[] {
    return this.open.filter((frame) => frame.state === 'missing' && frame.question <= answered)
  }
  /** The receipts that are due since the last call. */
  due(): { readonly saved: number | null; readonly held: number | null } {
    while (this.open[0]?.state === 'saved') {
      this.open.shift()
      this.savedBefore++
    }
    // The room that an emptied list keeps would be more than all else that is known of an idle connection.
    if (this.open.length === 0) this.open = []
    const settled = this.open.findIndex((frame) => frame.state !== 'saved' && frame.state !== 'held')
    const heldUpTo = this.savedBefore + (settled === -1 ? this.open.length : settled)
    const saved = this.savedBefore > this.toldSaved ? this.savedBefore : null
    const held = heldUpTo > this.savedBefore && heldUpTo > this.toldHeld ? heldUpTo : null
    this.toldSaved = this.savedBefore
    this.toldHeld = held ?? this.toldHeld
    return { saved, held }
  }
  saved(): number {
    return this.toldSaved
  }
}
