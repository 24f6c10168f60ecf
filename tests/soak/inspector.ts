import { WebSocket } from 'ws'

/** A look into another Node process, by the debugger it was started with. */
export interface Inspector {
  /** Collects garbage, so that what remains is in use. */
  collectGarbage(): Promise<void>
  /** The value of an expression there, as JSON brings it over. */
  evaluate(expression: string): Promise<unknown>
  close(): void
}

interface Answer {
  readonly id?: number
  readonly error?: { readonly message: string }
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: { readonly text: string } }
}

/** `url` is what Node printed at its start: `Debugger listening on ws://…`. */
export async function openInspector(url: string): Promise<Inspector> {
  const socket = new WebSocket(url)
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  socket.on('message', (data: Buffer) => {
    const answer: Answer = JSON.parse(data.toString())
    if (answer.id === undefined) return
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  const ask = (method: string, params: object = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, (answer) => (answer.error ? reject(new Error(answer.error.message)) : resolve(answer)))
      socket.send(JSON.stringify({ id, method, params }))
    })
  return {
    collectGarbage: async () => void (await ask('HeapProfiler.collectGarbage')),
    async evaluate(expression) {
      const { result } = await ask('Runtime.evaluate', { expression, returnByValue: true })
      if (result?.exceptionDetails) throw new Error(result.exceptionDetails.text)
      return result?.result?.value
    },
    close: () => socket.close(),
  }
}
