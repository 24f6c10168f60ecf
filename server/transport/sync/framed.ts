const FINAL_BINARY = 0x82
const LENGTH_16 = 126
const LENGTH_64 = 127

const headerLength = ({ byteLength }: Uint8Array): number => (byteLength < LENGTH_16 ? 2 : byteLength < 0x1_0000 ? 4 : 10)

/** Whole unmasked binary messages, one behind the other, as a server sends them (RFC 6455, 5.2). */
export function framed(...payloads: readonly Uint8Array[]): Buffer {
  let length = 0
  for (const payload of payloads) length += headerLength(payload) + payload.byteLength
  const frames = Buffer.allocUnsafe(length)
  let at = 0
  for (const payload of payloads) {
    const header = headerLength(payload)
    writeHeader(frames, at, header, payload.byteLength)
    frames.set(payload, at + header)
    at += header + payload.byteLength
  }
  return frames
}
function writeHeader(frames: Buffer, at: number, header: number, length: number): void {
  frames[at] = FINAL_BINARY
  if (header === 2) frames[at + 1] = length
  else if (header === 4) {
    frames[at + 1] = LENGTH_16
    frames.writeUInt16BE(length, at + 2)
  } else {
    frames[at + 1] = LENGTH_64
    frames.writeBigUInt64BE(BigInt(length), at + 2)
  }
}

/** Remembers the last answer: a broadcast asks for the same bytes once per peer. */
export function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | null = null
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) }
    return last.value
  }
}
