/**
 * What became of one update-carrying frame of a connection.
 * missing: it built on something that never arrived, so it was dropped; the sync step 2 that we then ask for carries it again.
 */
export interface Frame {
  state: 'writing' | 'saved' | 'held' | 'missing'
}

/** Counts the update-carrying frames of one connection, in order, so that a receipt covers all up to a number. */
export function createLedger() {
  /** Frames before these are saved, and forgotten. */
  let savedBefore = 0
  let told = { saved: 0, held: 0 }
  const open: Frame[] = []
  return {
    add(): Frame {
      const frame: Frame = { state: 'writing' }
      open.push(frame)
      return frame
    },
    /** Frames whose content was dropped. The next whole sync step 2 stands for them too. */
    missing: (): readonly Frame[] => open.filter((frame) => frame.state === 'missing'),
    /** The receipts that are due since the last call. */
    due(): { readonly saved: number | null; readonly held: number | null } {
      while (open[0]?.state === 'saved') {
        open.shift()
        savedBefore++
      }
      const settled = open.findIndex((frame) => frame.state !== 'saved' && frame.state !== 'held')
      const heldUpTo = savedBefore + (settled === -1 ? open.length : settled)
      const saved = savedBefore > told.saved ? savedBefore : null
      const held = heldUpTo > savedBefore && heldUpTo > told.held ? heldUpTo : null
      told = { saved: savedBefore, held: held ?? told.held }
      return { saved, held }
    },
    saved: (): number => told.saved,
  }
}
export type Ledger = ReturnType<typeof createLedger>
