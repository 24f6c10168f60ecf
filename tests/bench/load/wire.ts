import type { Dialect } from '../servers/contract.ts'

const MORE = 0x80
const LARGEST = 2_048

/** Writes bytes in lib0's encoding into the same memory again and again: what is written is good until the next `begin`. */
export class Scratch {
  private readonly memory = Buffer.alloc(LARGEST)
  private at = 0

  begin(): this {
    this.at = 0
    return this
  }
  byte(value: number): this {
    this.memory[this.at++] = value
    return this
  }
  varUint(value: number): this {
    let left = value
    while (left >= MORE) {
      this.memory[this.at++] = (left % MORE) | MORE
      left = Math.floor(left / MORE)
    }
    this.memory[this.at++] = left
    return this
  }
  raw(bytes: Uint8Array): this {
    this.memory.set(bytes, this.at)
    this.at += bytes.length
    return this
  }
  bytes(bytes: Uint8Array): this {
    return this.varUint(bytes.length).raw(bytes)
  }
  text(text: string): this {
    this.varUint(Buffer.byteLength(text))
    this.at += this.memory.write(text, this.at)
    return this
  }
  get written(): Uint8Array {
    return this.memory.subarray(0, this.at)
  }
}

/** What comes before the type of a message: Hocuspocus names the document in each. */
export const prefixOf = (dialect: Dialect, document: string): Uint8Array =>
  dialect === 'plain' ? new Uint8Array() : Uint8Array.from(new Scratch().text(document).written)

const outer = new Scratch()
const inner = new Scratch()
/** Good until the next message is made: to be sent at once. */
function message(prefix: Uint8Array, types: readonly number[], payload: Uint8Array): Uint8Array {
  outer.begin().raw(prefix)
  for (const type of types) outer.byte(type)
  return outer.bytes(payload).written
}
const EMPTY_STATE_VECTOR = new Uint8Array([0])
const EMPTY_UPDATE = new Uint8Array([0, 0])

export const step1 = (prefix: Uint8Array): Uint8Array => message(prefix, [0, 0], EMPTY_STATE_VECTOR)
export const emptyStep2 = (prefix: Uint8Array): Uint8Array => message(prefix, [0, 1], EMPTY_UPDATE)
export const updateMessage = (prefix: Uint8Array, update: Uint8Array): Uint8Array => message(prefix, [0, 2], update)
/** Hocuspocus lets nobody in before this. */
export const hello = (prefix: Uint8Array): Uint8Array => message(prefix, [2, 0], Buffer.from('bench'))
export const awarenessMessage = (prefix: Uint8Array, clientId: number, clock: number, state: string): Uint8Array =>
  message(prefix, [1], inner.begin().varUint(1).varUint(clientId).varUint(clock).text(state).written)
