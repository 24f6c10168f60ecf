import { afterEach } from 'vitest'
import { openClassroom, type Classroom } from './openClassroom.ts'
import { startServer, type StartOptions, type TestServer } from './startServer.ts'

/** Servers and classrooms of one test file, all stopped after each test, newest first. */
export function stopAfterEach() {
  const stops: (() => unknown)[] = []
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  })
  return {
    later: (stop: () => unknown): void => void stops.push(stop),
    async server(options?: StartOptions): Promise<TestServer> {
      const server = await startServer(options)
      stops.push(server.stop)
      return server
    },
    async classroom(options?: StartOptions, groups?: number): Promise<{ readonly server: TestServer; readonly room: Classroom }> {
      const server = await this.server(options)
      const room = await openClassroom(server, groups === undefined ? {} : { groups })
      stops.push(room.close)
      return { server, room }
    },
  }
}
