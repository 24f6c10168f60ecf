import * as Y from 'yjs'
import type { DecodedUpdate } from './checkUpdate.ts'

type Struct = DecodedUpdate['structs'][number]

/**
 * How deep types lie inside types in an update that is about to be applied to `doc`, 1 for what is directly in the document.
 * Yjs takes the square of that in time and its own call stack to delete it, so a small message could stop the server.
 * What hangs on something unknown counts as flat: it is left out anyway. Without recursion, for the same reason.
 */
export function nestingOf(doc: Y.Doc, { structs }: DecodedUpdate): number {
  const byClient = new Map<number, Struct[]>()
  for (const struct of structs) {
    const own = byClient.get(struct.id.client)
    if (own) own.push(struct)
    else byClient.set(struct.id.client, [struct])
  }
  const depths = new Map<Struct, number>()
  let deepest = 0
  for (const struct of structs) {
    const path: Struct[] = [struct]
    const onPath = new Set(path)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = placeOf(top)
      const within = next && structAt(byClient.get(next.id.client), next.id.clock)
      if (next && within && within !== top && !depths.has(within) && !onPath.has(within)) {
        path.push(within)
        onPath.add(within)
        continue
      }
      const below = !next ? 1 : ((within ? depths.get(within) : depthIn(doc, next.id)) ?? 0) + next.deeper
      depths.set(top, below)
      deepest = Math.max(deepest, below)
      path.pop()
    }
  }
  return deepest
}

/** Where an item hangs: on its parent, one deeper, or beside a neighbour. Undefined: directly in the document. */
function placeOf(struct: Struct): { readonly id: Y.ID; readonly deeper: 0 | 1 } | undefined {
  if (!(struct instanceof Y.Item)) return undefined
  if (struct.parent instanceof Y.ID) return { id: struct.parent, deeper: 1 }
  const beside = struct.origin ?? struct.rightOrigin
  return beside ? { id: beside, deeper: 0 } : undefined
}

/** Structs of one client stand in an update in the order of their clocks. */
function structAt(structs: readonly Struct[] | undefined, clock: number): Struct | undefined {
  let low = 0
  let high = (structs?.length ?? 0) - 1
  while (structs && low <= high) {
    const middle = (low + high) >> 1
    const struct = structs[middle]
    if (!struct) return undefined
    if (clock < struct.id.clock) high = middle - 1
    else if (clock >= struct.id.clock + struct.length) low = middle + 1
    else return struct
  }
  return undefined
}

function depthIn(doc: Y.Doc, id: Y.ID): number {
  if (id.clock >= Y.getState(doc.store, id.client)) return 0
  const found = Y.getItem(doc.store, id)
  let depth = 0
  for (let item: Y.Item | null = found instanceof Y.Item ? found : null; item; depth++) {
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null
  }
  return depth
}
