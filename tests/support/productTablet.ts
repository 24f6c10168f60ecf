import { WebSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { openSyncLine } from '../../client/collab/syncLine.ts'
import type { SyncStatus } from '../../client/collab/SyncStatus.ts'

export interface TabletOptions {
  /** `ws://127.0.0.1:PORT` */
  readonly url: string
  readonly documentId: string
  readonly token: string
  readonly name: string
  /** 0 ≤ random < 1, for the jitter of its returns. */
  readonly random?: () => number
  /** The device's own clock, ms. */
  readonly now?: () => number
}

// Each provider of y-websocket listens for the end of the process, and a test has many.
process.setMaxListeners(0)

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')

/** A participant's device below the pages: the product's own line to the server, in Node, with a document of its own. */
export class ProductTablet {
  readonly doc = new Y.Doc()
  readonly name: string
  /** What it typed, in order: one change each. */
  readonly written: string[] = []
  /** What its person sees in the indicator. */
  status: SyncStatus = { state: 'connecting', waiting: 0, since: 0 }
  /** So many of its words, from the first, it has been told to be saved. Not with locks: those go by `status`. */
  savedWords = 0
  /** Updates of others, since the beginning. */
  received = 0
  /** When it tried to open a line, ms of `performance.now()`. */
  readonly tries: number[] = []
  readonly line: ReturnType<typeof openSyncLine>
  private readonly awareness = new Awareness(this.doc)

  constructor({ url, documentId, token, name, random, now }: TabletOptions) {
    this.name = name
    this.awareness.setLocalState(null)
    this.doc.on('update', (_update, _origin, _doc, { local }) => {
      if (!local) this.received++
    })
    const { tries } = this
    class CountedSocket extends WebSocket {
      constructor(address: string) {
        tries.push(performance.now())
        super(address)
      }
    }
    this.line = openSyncLine({
      doc: this.doc, awareness: this.awareness, url: `${url}/sync`, documentName: documentId, token, random, now,
      WebSocket: CountedSocket as unknown as typeof globalThis.WebSocket,
      onStatus: (status) => {
        this.status = status
        if (status.state !== 'held') this.savedWords = Math.max(this.savedWords, this.written.length - status.waiting)
      },
    })
    this.line.connect()
  }

  get text(): string {
    return this.doc.getText('notes').toString()
  }
  get words(): string[] {
    return words(this.text)
  }
  get isGreen(): boolean {
    return this.status.state === 'saved'
  }
  /** One word of its own at the end, found nowhere else. */
  type(): void {
    const word = `${this.name}.${this.written.length}`
    this.written.push(word)
    const notes = this.doc.getText('notes')
    notes.insert(notes.length, `${word} `)
  }
  /** Words of others that it shows, and its own that it shows as saved: what a crash may not take back. */
  promised(): string[] {
    const own = new Set(this.written)
    return [...this.words.filter((word) => !own.has(word)), ...this.written.slice(0, this.savedWords)]
  }
  leave(): void {
    this.line.destroy()
    this.awareness.destroy()
    this.doc.destroy()
  }
}

/** Each word once, and each writer's in the order in which they were typed. */
export function disorder(text: readonly string[]): string[] {
  const last = new Map<string, number>()
  return text.filter((word) => {
    const [writer = '', number = ''] = word.split('.')
    const isRight = Number(number) === (last.get(writer) ?? -1) + 1
    last.set(writer, Number(number))
    return !isRight
  })
}
