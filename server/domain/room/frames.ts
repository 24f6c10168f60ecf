import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { messageType, syncStep, type receiptKind } from '../../../shared/protocol/sync.ts'

/* The bytes on the wire, both ways; described for others in server/PROTOCOL.md. */

export type ClientMessage =
  | { readonly type: 'step1'; readonly stateVector: Uint8Array }
  | { readonly type: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly payload: Uint8Array }
  | { readonly type: 'query-awareness' }

/** A message that can't be read. The peer that sent it is closed with `badFrame`. */
export class BadFrame extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'BadFrame'
  }
}

/** @throws BadFrame */
export function readMessage(frame: Uint8Array): ClientMessage {
  return orBadFrame(() => {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === messageType.queryAwareness) return { type: 'query-awareness' }
    if (type === messageType.awareness) return { type: 'awareness', payload: readBytes(decoder) }
    if (type !== messageType.sync) throw new BadFrame(`message type ${type}`)
    const step = decoding.readVarUint(decoder)
    if (step === syncStep.step1) return { type: 'step1', stateVector: readBytes(decoder) }
    if (step === syncStep.step2) return { type: 'step2', update: readBytes(decoder) }
    if (step === syncStep.update) return { type: 'update', update: readBytes(decoder) }
    throw new BadFrame(`sync message type ${step}`)
  })
}

/**
 * A copy in memory of its own. The decoders of lib0 look at the whole buffer below a view, and the socket library
 * cuts messages out of shared ones: a crafted length would otherwise read other people's messages.
 */
function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder)
  if (length > decoder.arr.byteLength - decoder.pos) throw new BadFrame('length beyond the message')
  const copy = new Uint8Array(decoder.arr.subarray(decoder.pos, decoder.pos + length))
  decoder.pos += length
  return copy
}

/** Whatever a decoder throws on strange bytes is the sender's mistake. */
export function orBadFrame<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof BadFrame ? error : new BadFrame(error instanceof Error ? error.message : String(error))
  }
}

/*
 * Messages to clients are written by hand into the pool of `Buffer`: one or more are made for every keystroke, and each encoder
 * of lib0 has memory of its own, outside of the heap, that somebody must give back.
 */
const lengthOf = (number: number): number => (number < 0x80 ? 1 : 1 + lengthOf(Math.floor(number / 0x80)))
/** @returns where the next byte goes */
function writeVarUint(bytes: Uint8Array, at: number, number: number): number {
  let rest = number
  let place = at
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes[place++] = 0x80 | rest % 0x80
  bytes[place] = rest
  return place + 1
}
/** All numbers before the payload are below 128, so a byte each. */
function syncFrame(step: number, payload: Uint8Array): Uint8Array {
  const frame = Buffer.allocUnsafe(2 + lengthOf(payload.byteLength) + payload.byteLength)
  frame[0] = messageType.sync
  frame[1] = step
  frame.set(payload, writeVarUint(frame, 2, payload.byteLength))
  return frame
}

export const step1Frame = (doc: Y.Doc): Uint8Array => syncFrame(syncStep.step1, Y.encodeStateVector(doc))
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(syncStep.step2, update)
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(syncStep.update, update)

export function receiptFrame(kind: (typeof receiptKind)[keyof typeof receiptKind], count: number): Uint8Array {
  const frame = Buffer.allocUnsafe(2 + lengthOf(count))
  frame[0] = messageType.receipt
  frame[1] = kind
  writeVarUint(frame, 2, count)
  return frame
}

export interface AwarenessEntry {
  readonly clientId: number
  readonly clock: number
  /** JSON text; `null` says that the client has left. */
  readonly json: string
}
export function entryBytes({ clientId, clock, json }: AwarenessEntry): Uint8Array {
  const length = Buffer.byteLength(json)
  const entry = Buffer.allocUnsafe(lengthOf(clientId) + lengthOf(clock) + lengthOf(length) + length)
  const at = writeVarUint(entry, writeVarUint(entry, writeVarUint(entry, 0, clientId), clock), length)
  entry.write(json, at)
  return entry
}
/** Of entries as `entryBytes` makes them. */
export function awarenessFrame(entries: readonly Uint8Array[]): Uint8Array {
  const length = entries.reduce((sum, { byteLength }) => sum + byteLength, lengthOf(entries.length))
  const frame = Buffer.allocUnsafe(1 + lengthOf(length) + length)
  frame[0] = messageType.awareness
  let at = writeVarUint(frame, writeVarUint(frame, 1, length), entries.length)
  for (const entry of entries) {
    frame.set(entry, at)
    at += entry.byteLength
  }
  return frame
}

const utf8 = new TextDecoder()
/** @throws BadFrame; also when it names more clients than one socket can have. */
export function readAwareness(payload: Uint8Array, most: number): readonly AwarenessEntry[] {
  return orBadFrame(() => {
    const decoder = decoding.createDecoder(payload)
    const count = decoding.readVarUint(decoder)
    if (count > most) throw new BadFrame('too many awareness clients')
    const entries: AwarenessEntry[] = []
    while (entries.length < count) {
      entries.push({ clientId: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder), json: utf8.decode(readBytes(decoder)) })
    }
    return entries
  })
}

/** Says nothing to a stock client but that the line is alive: an awareness update about nobody. */
export const nothingFrame: Uint8Array = awarenessFrame([])
