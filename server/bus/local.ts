import type { Bus } from '../domain/Bus.ts'

type Listener = (message: Uint8Array) => void

/** Fan-out within this process. Listeners run in the order in which they subscribed, before `publish` resolves. */
export function createLocalBus(): Bus {
  const channels = new Map<string, Set<Listener>>()
  return {
    async publish(channel, message) {
      for (const listener of [...(channels.get(channel) ?? [])]) listener(message)
    },
    async subscribe(channel, listener) {
      // A wrapper of its own, so that the same function can subscribe twice and end once.
      const own: Listener = (message) => listener(message)
      const listeners = channels.get(channel) ?? new Set<Listener>()
      channels.set(channel, listeners.add(own))
      return async () => {
        listeners.delete(own)
        if (listeners.size === 0 && channels.get(channel) === listeners) channels.delete(channel)
      }
    },
    async close() {
      channels.clear()
    },
  }
}
