import { connect, createServer, type Socket } from 'node:net'

/** The room's Wi-Fi between some devices and the server: it can be lost for good, or go silent without a word. */
export interface Wifi {
  readonly port: number
  /** All lines break, and none can be opened. */
  cut(): void
  /** Nothing gets through any more, and nobody is told: as for a tablet that walks out of range. */
  freeze(): void
  /** Good again. Lines that were silent break, as their bytes have a gap. */
  restore(): void
  /** Good again for new lines only: those that were silent stay so for good, and still look open. */
  thaw(): void
  /** Lines that were tried to be opened so far. */
  accepted(): number
  close(): Promise<void>
}

export async function openWifi(serverPort: number): Promise<Wifi> {
  let state: 'good' | 'cut' | 'frozen' = 'good'
  const lines = new Set<Socket>()
  let accepted = 0
  const keep = (socket: Socket, other: () => Socket): Socket => {
    lines.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      lines.delete(socket)
      // An end does not get through silence either.
      if (state !== 'frozen' && !lost.has(socket)) other().destroy()
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
    accepted++
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
    thaw() {
      for (const line of lines) lost.add(line)
      state = 'good'
    },
    accepted: () => accepted,
    close() {
      breakAll()
      return new Promise((resolve) => relay.close(() => resolve()))
    },
  }
}
