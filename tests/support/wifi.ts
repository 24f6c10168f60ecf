import { connect, createServer, type Socket } from 'node:net'

/** The room's Wi-Fi between some devices and the server: it can be lost for good, or go silent without a word. */
export interface Wifi {
  readonly port: number
  /** All lines break, and none can be opened. */
  cut(): void
  /** Nothing gets through any more, and nobody is told: as for a tablet that walks out of range. */
  freeze(): void
  restore(): void
  close(): Promise<void>
}

export async function openWifi(serverPort: number): Promise<Wifi> {
  let state: 'good' | 'cut' | 'frozen' = 'good'
  const lines = new Set<Socket>()
  const keep = (socket: Socket, other: () => Socket): Socket => {
    lines.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      lines.delete(socket)
      other().destroy()
    })
    socket.on('data', (chunk) => {
      // What goes out while it is silent is lost; the line is no good afterwards, as its bytes have a gap.
      if (state === 'good' && !lost.has(socket)) other().write(chunk)
      else lost.add(socket)
    })
    return socket
  }
  const lost = new WeakSet<Socket>()
  const relay = createServer((device) => {
    if (state === 'cut') return void device.destroy()
    const server = connect(serverPort, '127.0.0.1')
    keep(device, () => server)
    keep(server, () => device)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => relay.once('listening', resolve))
  const address = relay.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port for the Wi-Fi')
  const breakAll = (): void => { for (const line of [...lines]) line.resetAndDestroy() }
  return {
    port: address.port,
    cut() {
      state = 'cut'
      breakAll()
    },
    freeze() {
      state = 'frozen'
    },
    restore() {
      if (state === 'frozen') breakAll()
      state = 'good'
    },
    close() {
      breakAll()
      return new Promise((resolve) => relay.close(() => resolve()))
    },
  }
}
