import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { Reply } from '../../shared/protocol/reply.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** The body as our routes write it; undefined when it is no JSON. */
  readonly reply: Reply<unknown> | undefined
}

/** A request with whatever headers: unlike `fetch`, also a foreign Host or Origin. */
export function request(url: string, method: string, path: string, given: { readonly body?: unknown; readonly raw?: string; readonly headers?: Readonly<Record<string, string>> } = {}): Promise<Answer> {
  const body = given.raw ?? (given.body === undefined ? undefined : JSON.stringify(given.body))
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const sent = httpRequest({ hostname, port, method, path, headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...given.headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, reply: parse(text) })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function parse(text: string): Reply<unknown> | undefined {
  try {
    return JSON.parse(text) as Reply<unknown>
  } catch {
    return undefined
  }
}
