import type { Splice } from '../../shared/text/diff.ts'

/** The parts of a Y.Text event's delta. */
export interface DeltaStep {
  readonly retain?: number
  readonly delete?: number
  readonly insert?: unknown
}

/**
 * What has become of each UTF-16 unit of a text since a moment: with it an edit that was made on the old text, or a caret
 * that stood in it, finds its place in the new one, exactly as a relative position would.
 */
export interface Trail {
  readonly moved: boolean
  follow(delta: readonly DeltaStep[]): void
  /** Where a place between two old units is now: behind the nearest old unit on its left that is still there. */
  place(index: number): number
  /** Where an edit of the old text belongs: the stretches to remove, first one first, and the place to insert at. */
  locate(splice: Pick<Splice, 'index' | 'remove'>): { readonly removals: readonly { readonly index: number; readonly length: number }[]; readonly insertAt: number }
}

const NEW = -1

export function startTrail(length: number): Trail {
  /** For each unit of the new text its index in the old one; null while both are the same. */
  let units: number[] | null = null

  function place(index: number): number {
    if (!units) return index
    for (let at = units.length - 1; at >= 0; at--) {
      const old = units[at] ?? NEW
      if (old !== NEW && old < index) return at + 1
    }
    return 0
  }

  return {
    get moved() {
      return units !== null
    },
    follow(delta) {
      const before = units ?? Array.from({ length }, (_, index) => index)
      const after: number[] = []
      let at = 0
      for (const step of delta) {
        if (step.retain !== undefined) {
          for (const end = at + step.retain; at < end; at++) after.push(before[at] ?? NEW)
        } else if (step.delete !== undefined) at += step.delete
        else if (step.insert !== undefined) {
          // An embedded object, which only a hand-made client writes, counts as one unit.
          for (let count = typeof step.insert === 'string' ? step.insert.length : 1; count > 0; count--) after.push(NEW)
        }
      }
      for (; at < before.length; at++) after.push(before[at] ?? NEW)
      units = after
    },
    place,
    locate({ index, remove }) {
      if (!units) return { removals: remove > 0 ? [{ index, length: remove }] : [], insertAt: index }
      const removals: { index: number; length: number }[] = []
      units.forEach((old, at) => {
        if (old < index || old >= index + remove) return
        const last = removals.at(-1)
        if (last && last.index + last.length === at) last.length++
        else removals.push({ index: at, length: 1 })
      })
      return { removals, insertAt: place(index) }
    },
  }
}
