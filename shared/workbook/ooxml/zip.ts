import { Zip, ZipDeflate, ZipPassThrough, strToU8 } from 'fflate'

export interface ZipEntry {
  readonly path: string
  /** Made only when its turn comes. */
  readonly chunks: Iterable<string | Uint8Array>
  /** Packed already, such as a workbook inside of an archive. */
  readonly stored?: boolean
}

/**
 * A zip file, made in steps of a few milliseconds: a server goes on with its letters in between, and whoever can wait runs
 * them in one go (`inOneGo`). @param madeAt instant that the entries carry
 */
export function* zipInSteps(entries: Iterable<ZipEntry>, madeAt: number): Generator<void, Uint8Array> {
  const written: Uint8Array[] = []
  const failures: Error[] = []
  const zip = new Zip((error, bytes) => (error ? failures.push(error) : written.push(bytes)))
  for (const { path, chunks, stored } of entries) {
    const file = stored ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    file.mtime = Math.min(LAST_DAY, Math.max(FIRST_DAY, madeAt))
    zip.add(file)
    for (const chunk of chunks) {
      for (const slice of slices(typeof chunk === 'string' ? strToU8(chunk) : chunk)) {
        file.push(slice)
        yield
      }
    }
    file.push(new Uint8Array(0), true)
    yield
  }
  zip.end()
  if (failures[0]) throw failures[0]
  return joined(written)
}

/** What a zip can date: a laptop whose clock has fallen back to 1970 still packs. */
const FIRST_DAY = Date.UTC(1980, 0, 2)
const LAST_DAY = Date.UTC(2099, 11, 30)

export function inOneGo<T>(steps: Generator<void, T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

const SLICE = 64 * 1024

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += SLICE) yield bytes.subarray(from, from + SLICE)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
