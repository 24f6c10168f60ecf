import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

type Decoded = ReturnType<typeof Y.decodeUpdate>
type Struct = Decoded['structs'][number]

/**
 * The same content as several updates of at most `mostBytes`, each whole once those before it have arrived. What can't be cut, one
 * single text or the list of all deletions, may be larger.
 */
export function inParts(update: Uint8Array, mostBytes: number): readonly Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(update)
  const deletions = encode((encoder) => writeDeletions(encoder, ds))
  const parts: Uint8Array[] = []
  let pieces: Piece[] = []
  let size = 0
  const close = (deleting: Uint8Array): void => {
    parts.push(encode((encoder) => writePart(encoder, pieces, deleting)))
    pieces = []
    size = 0
  }
  for (const struct of inOrder(structs)) {
    const bytes = encodeStruct(struct)
    if (size > 0 && size + bytes.byteLength > mostBytes) close(NO_DELETIONS)
    pieces.push({ struct, bytes })
    size += bytes.byteLength
  }
  if (size > 0 && size + deletions.byteLength > mostBytes) close(NO_DELETIONS)
  // Last: what is deleted must be there.
  close(deletions)
  return parts
}

interface Piece {
  readonly struct: Struct
  readonly bytes: Uint8Array
}
const NO_DELETIONS = Uint8Array.of(0)

/** Each writer's in their order, and each behind what it builds on. */
function inOrder(structs: readonly Struct[]): readonly Struct[] {
  const queues = byClient(structs, (struct) => struct)
  const reached = new Map([...queues].map(([client, queue]) => [client, queue[0]?.id.clock ?? 0]))
  const isThere = (id: Y.ID | null): boolean => id === null || id.clock < (reached.get(id.client) ?? Infinity)
  const ordered: Struct[] = []
  for (let before = -1; before < ordered.length;) {
    before = ordered.length
    for (const [client, queue] of queues) {
      const blocked = queue.findIndex((struct) => {
        if (!needs(struct).every(isThere)) return true
        reached.set(client, struct.id.clock + struct.length)
        return false
      })
      // One by one: as arguments of one call, many would be too many.
      for (const struct of queue.splice(0, blocked === -1 ? queue.length : blocked)) ordered.push(struct)
    }
  }
  // What misses something is asked for by who gets it.
  return [...ordered, ...[...queues.values()].flat()]
}
function byClient<T>(all: readonly T[], structOf: (one: T) => Struct): ReadonlyMap<number, T[]> {
  const found = new Map<number, T[]>()
  for (const one of all) {
    const { client } = structOf(one).id
    const own = found.get(client)
    if (own) own.push(one)
    else found.set(client, [one])
  }
  return found
}
function needs(struct: Struct): readonly (Y.ID | null)[] {
  if (!(struct instanceof Y.Item)) return []
  return [struct.origin, struct.rightOrigin, struct.parent instanceof Y.ID ? struct.parent : null]
}

const encode = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write)
function encodeStruct(struct: Struct): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  struct.write(encoder, 0)
  return encoding.toUint8Array(encoder.restEncoder)
}
/** Version 1 of Yjs's encoding: for each writer how many structs from which clock on, then the structs. */
function writePart(encoder: encoding.Encoder, pieces: readonly Piece[], deletions: Uint8Array): void {
  const clients = byClient(pieces, ({ struct }) => struct)
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, own] of clients) {
    encoding.writeVarUint(encoder, own.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, own[0]?.struct.id.clock ?? 0)
    for (const { bytes } of own) encoding.writeUint8Array(encoder, bytes)
  }
  encoding.writeUint8Array(encoder, deletions)
}
function writeDeletions(encoder: encoding.Encoder, { clients }: Decoded['ds']): void {
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, ranges] of clients) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, len)
    }
  }
}
