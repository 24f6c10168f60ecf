import type { ChildProcess } from 'node:child_process'

/** What another process does on call. Arguments and results cross as structured clones. */
export type Calls = Readonly<Record<string, (input: never) => Promise<unknown>>>
/** `T` as the caller sees it. */
export type Remote<T> = { readonly [Name in keyof T]: T[Name] }

interface Call {
  readonly id: number
  readonly name: string
  readonly input: unknown
}
type Answer = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly error: string }

const isCall = (message: unknown): message is Call => typeof message === 'object' && message !== null && 'id' in message && 'name' in message
const isAnswer = (message: unknown): message is Answer => typeof message === 'object' && message !== null && 'id' in message && !('name' in message)

/** Answers the parent's calls for as long as the parent is there. */
export function serveCalls(calls: Calls): void {
  process.on('disconnect', () => process.exit())
  process.on('message', (message: unknown) => {
    if (!isCall(message)) return
    const { id, name, input } = message
    const work = calls[name]
    const say = (answer: Answer): void => void process.send?.(answer)
    if (!work) return say({ id, error: `no call ${name}` })
    // The types of both ends come from one interface, see callsTo.
    work(input as never).then(
      (value) => say({ id, value }),
      (error: unknown) => say({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  })
}

/** The calls of a child that serves `T`. They fail when the child ends first. */
export function callsTo<T extends object>(child: ChildProcess, name: string): Remote<T> {
  let last = 0
  const waiting = new Map<number, { readonly done: (value: unknown) => void; readonly failed: (error: Error) => void }>()
  child.on('message', (message: unknown) => {
    if (!isAnswer(message)) return
    const one = waiting.get(message.id)
    waiting.delete(message.id)
    if ('error' in message) one?.failed(new Error(`${name}: ${message.error}`))
    else one?.done(message.value)
  })
  child.on('exit', (code, signal) => {
    for (const one of waiting.values()) one.failed(new Error(`${name} ended (${code ?? signal})`))
    waiting.clear()
  })
  const call = (method: string) => (input: unknown): Promise<unknown> =>
    new Promise((done, failed) => {
      const id = ++last
      waiting.set(id, { done, failed })
      child.send({ id, name: method, input }, (error) => {
        if (!error) return
        waiting.delete(id)
        failed(error)
      })
    })
  // A proxy can't be typed from within: it has whatever methods `T` names. It must not look like a promise.
  return new Proxy({}, { get: (_target, method) => (typeof method === 'string' && method !== 'then' ? call(method) : undefined) }) as Remote<T>
}
