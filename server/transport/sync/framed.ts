const FINAL_BINARY = 0x82
const LENGTH_16 = 126
const LENGTH_64 = 127

/** One whole unmasked binary message, as a server sends it (RFC 6455, 5.2). */
export function framed(payload: Uint8Array): Buffer {
  const { byteLength } = payload
  const header = byteLength < LENGTH_16 ? 2 : byteLength < 0x1_0000 ? 4 : 10
  const frame = Buffer.allocUnsafe(header + byteLength)
  frame[0] = FINAL_BINARY
  if (header === 2) frame[1] = byteLength
  else if (header === 4) {
    frame[1] = LENGTH_16
    frame.writeUInt16BE(byteLength, 2)
  } else {
    frame[1] = LENGTH_64
    frame.writeBigUInt64BE(BigInt(byteLength), 2)
  }
  frame.set(payload, header)
  return frame
}

/** Remembers the last answer: a broadcast asks for the same bytes once per peer. */
export function remembered<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | null = null
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) }
    return last.value
  }
}
