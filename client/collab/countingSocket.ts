import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MAX_FRAME_BYTES, messageType, syncStep } from '../../shared/protocol/sync.ts'
import { inParts } from './inParts.ts'

export interface SocketObserver {
  opening(socket: WebSocket): void
  /** 'part': of what is too large for one frame; the last of it counts as what it is. */
  sent(kind: 'update' | 'step2' | 'part'): void
  received(): void
}

/** Small enough for a slow line to have one through before anybody takes it for dead. */
const PART_BYTES = 100_000

/**
 * A WebSocket class for y-websocket that reports what passes: the server's receipts count the update-carrying frames of
 * a connection, so somebody on this side has to count them too, and the provider doesn't. What is larger than a frame
 * may be goes in parts.
 */
export function countingSocket(Base: typeof WebSocket, observer: SocketObserver): typeof WebSocket {
  return class CountingSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', () => observer.received())
      observer.opening(this)
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      // Both type numbers are below 128, so each is its own varuint byte.
      const kind = data instanceof Uint8Array && data[0] === messageType.sync ? data[1] : undefined
      if (!(data instanceof Uint8Array) || (kind !== syncStep.step2 && kind !== syncStep.update)) return super.send(data)
      const frames = data.byteLength > MAX_FRAME_BYTES ? cut(data, kind) : [data]
      for (const [index, frame] of frames.entries()) {
        super.send(frame)
        observer.sent(index < frames.length - 1 ? 'part' : kind === syncStep.step2 ? 'step2' : 'update')
      }
    }
  }
}

function cut(frame: Uint8Array, kind: number): readonly Uint8Array<ArrayBuffer>[] {
  const parts = inParts(decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(2))), PART_BYTES)
  return parts.map((part, index) => encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageType.sync)
    encoding.writeVarUint(encoder, index < parts.length - 1 ? syncStep.update : kind)
    encoding.writeVarUint8Array(encoder, part)
  }))
}
