import { bundled } from './bundled.ts'
import { startBuiltServer } from './builtServer.ts'
import { openClassroom } from './openClassroom.ts'
import { ProductTablet, type TabletOptions } from './productTablet.ts'
import { SyncPeer } from './syncPeer.ts'
import { openWifi } from './wifi.ts'

/**
 * The whole product in a process of its own with a class in it. Tablets come over a Wi-Fi that can be lost; the trainer's
 * console and fresh observers come by the laptop itself.
 */
export async function openKillableClass({ groups }: { readonly groups: number }) {
  const server = await startBuiltServer({ main: await bundled('server/main.ts') })
  const room = await openClassroom({ url: server.localUrl, now: Date.now, trainerKey: async () => server.trainerKey }, { groups })
  const { port } = new URL(server.localUrl)
  const wifi = await openWifi(Number(port))
  const tablets: ProductTablet[] = []
  const observers: SyncPeer[] = []
  return {
    server, room, wifi,
    async tablet(name: string, group = 0, more: Partial<TabletOptions> = {}): Promise<ProductTablet> {
      const { admission, line } = await room.seat(name, group)
      line.close()
      const tablet = new ProductTablet({ url: `ws://127.0.0.1:${wifi.port}`, documentId: room.groupId(group), token: admission.token, name, ...more })
      tablets.push(tablet)
      return tablet
    },
    /** Somebody with empty hands, who sees what the server alone has. The trainer may look anywhere. */
    async observer(group = 0): Promise<SyncPeer> {
      const observer = new SyncPeer({ url: `ws://127.0.0.1:${port}`, documentId: room.groupId(group), headers: { cookie: room.api.cookie } })
      observers.push(observer)
      return observer.ready()
    },
    async close(): Promise<void> {
      for (const tablet of tablets) tablet.leave()
      for (const { socket } of observers) socket.terminate()
      room.close()
      await wifi.close()
      server.resume()
      await server.dispose()
    },
  }
}
export type KillableClass = Awaited<ReturnType<typeof openKillableClass>>
