import { createServer } from 'node:net'
import { createInterface } from 'node:readline/promises'
import type { App } from '../app.ts'
import type { Config } from '../config.ts'
import { fill, type Words } from './words.ts'

const LOOK_AT = 20

/** A start that ends here, with what to tell the person. */
export class CannotStart extends Error {}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')

const isFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })

async function nextFree(after: number, host: string): Promise<number | undefined> {
  for (let port = after + 1; port <= Math.min(65_535, after + LOOK_AT); port++) if (await isFree(port, host)) return port
  return undefined
}

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  // The question takes the keyboard over, Ctrl-C included.
  terminal.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  const answer = await terminal.question(question)
  terminal.close()
  return !/^\s*(n|no|否|不)/i.test(answer)
}

/**
 * Listens on the wanted port. When it is taken: in a terminal the person is asked, where `mayAsk`; else the next free port is
 * taken and said when nobody named a port, and the start ends with a clear message when somebody did.
 * @throws CannotStart
 */
export async function listenSomewhere(app: App, { port, host, portIsFixed }: Config, words: Words, say: (line: string) => void, mayAsk: boolean): Promise<number> {
  try {
    return await app.listen(port, host)
  } catch (error) {
    if (!isTaken(error)) throw new CannotStart(fill(words.cannotListen, { host, why: error instanceof Error ? error.message : String(error) }))
  }
  const other = await nextFree(port, host)
  if (other === undefined) throw new CannotStart(`${fill(words.portTaken, { port })} ${words.noFreePort}`)
  if (mayAsk && process.stdin.isTTY && process.stdout.isTTY) {
    say(fill(words.portTaken, { port }))
    if (!(await ask(fill(words.useInstead, { port: other })))) throw new CannotStart(fill(words.nextFree, { port: other }))
  } else if (portIsFixed) {
    throw new CannotStart(`${fill(words.portTaken, { port })} ${fill(words.nextFree, { port: other })}`)
  } else {
    say(fill(words.portTaken, { port }))
  }
  const used = await app.listen(other, host)
  say(fill(words.usingInstead, { port: used }))
  return used
}
