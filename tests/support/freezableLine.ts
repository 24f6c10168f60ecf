import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/**
 * A TCP line to a port that can be frozen as Wi-Fi freezes it: nothing passes, nobody is told, sockets look open.
 * New connections work again after `thaw`; frozen ones never do.
 */
export async function freezableLine(port: number) {
  const pairs: { client: Socket; server: Socket }[] = []
  let frozen = false
  let accepted = 0
  const gate = createServer((client) => {
    accepted++
    client.on('error', () => undefined)
    if (frozen) return void pairs.push({ client, server: client })
    const server = connect(port, '127.0.0.1')
    server.on('error', () => undefined)
    client.pipe(server).pipe(client)
    pairs.push({ client, server })
  })
  await new Promise<void>((done) => gate.listen(0, '127.0.0.1', done))
  return {
    port: (gate.address() as AddressInfo).port,
    accepted: () => accepted,
    freeze() {
      frozen = true
      for (const { client, server } of pairs) {
        client.unpipe().pause()
        server.unpipe().pause()
      }
    },
    thaw: () => { frozen = false },
    /** The sockets end, as when the server's process does. */
    cut: () => pairs.splice(0).forEach(({ client, server }) => [client, server].forEach((socket) => socket.destroy())),
    async close() {
      this.cut()
      await new Promise((done) => gate.close(done))
    },
  }
}
