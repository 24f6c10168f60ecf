import { describe, expect, it } from 'vitest'
import type { Bus } from '../../server/domain/Bus.ts'
import { until } from '../support/until.ts'

/** What every Bus promises. */
export function describeBus(backend: string, open: () => Promise<Bus>): void {
  const on = (name: string, test: (bus: Bus) => Promise<void>) =>
    it(name, async () => {
      const bus = await open()
      try {
        await test(bus)
      } finally {
        await bus.close()
      }
    })
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

  describe(`Bus on ${backend}`, () => {
    on('B1: brings what is published to all who listen on that channel, in order, and to no other', async (bus) => {
      const heard: [string, number[]][] = []
      await bus.subscribe('a', (message) => heard.push(['first', [...message]]))
      await bus.subscribe('a', (message) => heard.push(['second', [...message]]))
      await bus.subscribe('b', (message) => heard.push(['other', [...message]]))
      await bus.publish('a', bytes(1, 2))
      await bus.publish('a', bytes(3))
      await until(() => heard.length === 4, 'all messages')
      const of = (who: string) => heard.filter(([name]) => name === who).map(([, message]) => message)
      expect([of('first'), of('second'), of('other')]).toEqual([[[1, 2], [3]], [[1, 2], [3]], []])
    })
    on('B2: who has ended hears nothing more; the others do', async (bus) => {
      const heard: string[] = []
      const listener = (): void => void heard.push('twice')
      const end = await bus.subscribe('a', listener)
      await bus.subscribe('a', listener)
      await end()
      await end()
      await bus.publish('a', bytes(1))
      await until(() => heard.length > 0, 'the message')
      expect(heard).toEqual(['twice'])
    })
    on('B3: publishing where nobody listens is fine', async (bus) => {
      await expect(bus.publish('nobody', bytes(1))).resolves.toBeUndefined()
    })
  })
}
