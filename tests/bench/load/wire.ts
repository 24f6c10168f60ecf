import * as encoding from 'lib0/encoding'
import type { Dialect } from '../servers/contract.ts'

export const encoded = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** What comes before the type of a message: Hocuspocus names the document in each. */
export const prefixOf = (dialect: Dialect, document: string): Uint8Array =>
  dialect === 'plain' ? new Uint8Array() : encoded((encoder) => encoding.writeVarString(encoder, document))

const message = (prefix: Uint8Array, types: readonly number[], payload: Uint8Array): Uint8Array =>
  encoded((encoder) => {
    encoding.writeUint8Array(encoder, prefix)
    for (const type of types) encoding.writeVarUint(encoder, type)
    encoding.writeVarUint8Array(encoder, payload)
  })
const EMPTY_STATE_VECTOR = new Uint8Array([0])
const EMPTY_UPDATE = new Uint8Array([0, 0])

export const step1 = (prefix: Uint8Array): Uint8Array => message(prefix, [0, 0], EMPTY_STATE_VECTOR)
export const step2 = (prefix: Uint8Array, update: Uint8Array = EMPTY_UPDATE): Uint8Array => message(prefix, [0, 1], update)
export const updateMessage = (prefix: Uint8Array, update: Uint8Array): Uint8Array => message(prefix, [0, 2], update)
/** Hocuspocus lets nobody in before this. */
export const hello = (prefix: Uint8Array): Uint8Array => message(prefix, [2, 0], new TextEncoder().encode('bench'))
export const awarenessMessage = (prefix: Uint8Array, clientId: number, clock: number, state: unknown): Uint8Array =>
  message(prefix, [1], encoded((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state))
  }))
