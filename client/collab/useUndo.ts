import { computed, inject, type InjectionKey, onScopeDispose, provide, type Ref, shallowRef } from 'vue'
import * as Y from 'yjs'
import type { LocalOrigin } from '../../shared/groupwork/cells.ts'

/** A step that is taken back in its own way: added rows are removed softly, so that what others wrote in them stays. */
export interface UndoStep {
  readonly undo: () => void
  readonly redo: () => void
}

export interface Undo {
  readonly canUndo: Readonly<Ref<boolean>>
  readonly canRedo: Readonly<Ref<boolean>>
  undo(): void
  redo(): void
  /** The next change is a step of its own. Fields call this when they lose focus. */
  boundary(): void
  /** A change that is one step, whatever came just before and comes after. */
  step(change: () => void): void
  /** Notes a step that the caller has just done under another origin. */
  note(step: UndoStep): void
  /** From now on also changes of this root, which was made when it was first needed. */
  follow(root: Y.Map<unknown> | Y.Text): void
}

const boundaryKey: InjectionKey<() => void> = Symbol('undo boundary')
/** Fields below end the step that `undo` would take back when they are left. */
export const provideUndo = (undo: Undo): void => provide(boundaryKey, undo.boundary)
export const useUndoBoundary = (): (() => void) => inject(boundaryKey, () => {})

type Entry = 'document' | UndoStep

/**
 * Undo of one's own changes within the given roots, never those of others. Make it when the document is there, and one
 * for each group of fields. Ends with the calling scope.
 */
export function useUndo(scope: readonly (Y.Map<unknown> | Y.Text)[], origin: LocalOrigin): Undo {
  const manager = new Y.UndoManager([...scope], { trackedOrigins: new Set([origin]), captureTimeout: 500 })
  const done = shallowRef<readonly Entry[]>([])
  const undone = shallowRef<readonly Entry[]>([])

  const onAdded = ({ type, origin: by }: { type: 'undo' | 'redo'; origin: unknown }): void => {
    if (by === manager || type !== 'undo') return
    done.value = [...done.value, 'document']
    undone.value = []
  }
  manager.on('stack-item-added', onAdded)
  onScopeDispose(() => manager.destroy())

  /** The manager leaves out steps that others have overtaken: keep as many entries as it has. */
  function trimmed(entries: readonly Entry[], count: number): readonly Entry[] {
    let surplus = entries.filter((entry) => entry === 'document').length - count
    return entries.filter((entry) => entry !== 'document' || surplus-- <= 0)
  }
  function move(from: Ref<readonly Entry[]>, to: Ref<readonly Entry[]>, how: 'undo' | 'redo'): void {
    const entry = from.value.at(-1)
    if (entry === undefined) return
    from.value = from.value.slice(0, -1)
    to.value = [...to.value, entry]
    if (entry === 'document') manager[how]()
    else entry[how]()
    done.value = trimmed(done.value, manager.undoStack.length)
    undone.value = trimmed(undone.value, manager.redoStack.length)
  }

  return {
    canUndo: computed(() => done.value.length > 0),
    canRedo: computed(() => undone.value.length > 0),
    undo: () => move(done, undone, 'undo'),
    redo: () => move(undone, done, 'redo'),
    boundary: () => manager.stopCapturing(),
    step(change) {
      manager.stopCapturing()
      change()
      manager.stopCapturing()
    },
    note(step) {
      manager.stopCapturing()
      done.value = [...done.value, step]
      undone.value = []
    },
    follow: (root) => manager.addToScope(root),
  }
}
