import { randomBytes } from 'node:crypto'
import type { Bus } from '../Bus.ts'
import type { Log } from '../Log.ts'

const ID_BYTES = 8

/** Tells other processes what became durable here, and hears the same from them; never what we said ourselves. */
export function relay(bus: Bus, log: Log) {
  const own = new Uint8Array(randomBytes(ID_BYTES))
  const isOwn = (message: Uint8Array): boolean => own.every((byte, index) => message[index] === byte)
  return {
    publish(documentId: string, update: Uint8Array): void {
      const message = new Uint8Array(ID_BYTES + update.byteLength)
      message.set(own)
      message.set(update, ID_BYTES)
      bus.publish(`doc:${documentId}`, message).catch((error: unknown) => log.warn('bus.publish-failed', { documentId, error }))
    },
    subscribe: (documentId: string, listener: (update: Uint8Array) => void): Promise<() => Promise<void>> =>
      bus.subscribe(`doc:${documentId}`, (message) => {
        if (message.byteLength > ID_BYTES && !isOwn(message)) listener(message.slice(ID_BYTES))
      }),
  }
}
