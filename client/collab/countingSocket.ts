import { messageType } from '../../shared/protocol/sync.ts'

export interface SocketObserver {
  opening(socket: WebSocket): void
  sent(kind: 'update' | 'step2'): void
  received(): void
}

const STEP_2 = 1
const UPDATE = 2

/**
 * A WebSocket class for y-websocket that reports what passes: the server's receipts count the update-carrying frames of
 * a connection, so somebody on this side has to count them too, and the provider doesn't.
 */
export function countingSocket(Base: typeof WebSocket, observer: SocketObserver): typeof WebSocket {
  return class CountingSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', () => observer.received())
      observer.opening(this)
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      // Both type numbers are below 128, so each is its own varuint byte.
      if (!(data instanceof Uint8Array) || data[0] !== messageType.sync) return
      if (data[1] === STEP_2) observer.sent('step2')
      else if (data[1] === UPDATE) observer.sent('update')
    }
  }
}
