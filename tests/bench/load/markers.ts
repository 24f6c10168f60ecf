const SIGN_1 = 0xc2
const SIGN_2 = 0xa7
const COLON = 0x3a
const SEMICOLON = 0x3b
const ZERO = 0x30

/** Calls `found` for every marker in the bytes (see `markerOf`), in the order they stand there. */
export function eachMarker(bytes: Uint8Array, from: number, to: number, found: (writer: number, edit: number) => void): void {
  for (let at = from; at + 5 < to; at++) {
    if (bytes[at] !== SIGN_1 || bytes[at + 1] !== SIGN_2) continue
    let writer = 0
    let edit = 0
    let place = at + 2
    while (place < to && isDigit(bytes[place])) writer = writer * 10 + (bytes[place++] ?? 0) - ZERO
    if (place === at + 2 || bytes[place] !== COLON) continue
    const colon = place++
    while (place < to && isDigit(bytes[place])) edit = edit * 10 + (bytes[place++] ?? 0) - ZERO
    if (place === colon + 1 || bytes[place] !== SEMICOLON) continue
    found(writer, edit)
    at = place
  }
}
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte < ZERO + 10
