import { unzipSync } from 'fflate'
import { Refusal } from '../../../shared/protocol/reply.ts'

export interface ZipLimits {
  /** Of all entries that are read, unpacked. */
  readonly bytes: number
  /** Unpacked to packed, for an entry that is large unpacked. */
  readonly ratio: number
  readonly entries: number
}
export interface Zip {
  readonly names: readonly string[]
  /** Reads entries; those that are not there are missing. @throws Refusal 'file-too-large' | 'file-damaged' */
  read(names: readonly string[]): ReadonlyMap<string, Uint8Array>
}

/** Below this even a very regular entry is no bomb. */
const SMALL_BYTES = 1_000_000

/**
 * Looks into a zip without unpacking anything: the sizes that it declares decide what is unpacked, and no entry can unpack
 * to more than it declared, because that much is all it gets. @throws Refusal 'file-damaged'
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits): Zip {
  const sizes = new Map<string, { readonly packed: number; readonly unpacked: number }>()
  unzip(bytes, ({ name, size, originalSize }) => {
    if (sizes.size >= limits.entries) throw new Refusal('file-too-large', 'too many parts')
    sizes.set(name, { packed: size, unpacked: originalSize })
    return false
  })
  let left = limits.bytes
  return {
    names: [...sizes.keys()],
    read(names) {
      const wanted = new Set(names)
      const found = unzip(bytes, ({ name, size, originalSize }) => {
        if (!wanted.has(name)) return false
        left -= originalSize
        if (left < 0) throw new Refusal('file-too-large', 'too large when unpacked')
        if (originalSize > SMALL_BYTES && originalSize > size * limits.ratio) throw new Refusal('file-too-large', 'unpacks to far more than it is')
        return true
      })
      for (const [name, content] of found) if (content.length !== sizes.get(name)?.unpacked) throw new Refusal('file-damaged', 'a part is shorter than it says')
      return found
    },
  }
}

type Choose = NonNullable<NonNullable<Parameters<typeof unzipSync>[1]>['filter']>

function unzip(bytes: Uint8Array, filter: Choose): ReadonlyMap<string, Uint8Array> {
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })))
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('file-damaged', error instanceof Error ? error.message : 'the zip is damaged')
  }
}
