import { mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import pino from 'pino'
import type { Log } from './domain/Log.ts'

/** Fields that never reach a file, however they get into an event (P5.12). */
const secret = /^(?:token|key|cookie|authorization|password|name|text|url|auth)$/i
const MAX_FIELD = 2_000

/** P5.12: a name with a line break or a terminal code in it must not forge a line. */
// eslint-disable-next-line no-control-regex
export const withoutControls = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

const withoutQuery = (text: string): string => text.replace(/([?&#](?:token|key)=)[^&\s'"]+/gi, '$1…')

function clean(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return withoutQuery(withoutControls(value.slice(0, MAX_FIELD)))
  if (value instanceof Error) return { message: clean(value.message), stack: clean(value.stack?.split('\n').slice(1, 9).map((line) => line.trim()).join(' | ') ?? '') }
  if (value === null || typeof value !== 'object') return typeof value === 'bigint' ? String(value) : value
  if (depth > 3) return '…'
  if (Array.isArray(value)) return value.slice(0, 20).map((one) => clean(one, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, secret.test(key) ? '…' : clean(one, depth + 1)]))
}

export interface FileLog extends Log {
  /** Writes out what is still in memory. To be called before the process ends. */
  flush(): void
}

/** Where a line goes beside the file. */
export type Heard = (level: 'warn' | 'error', event: string) => void

const ROTATE_BYTES = 5_000_000

/** JSON lines in a file; the file before this one is kept as `.1`. Warnings are also told to `heard`. */
export function createLog({ file, level, heard }: { readonly file: string; readonly level: string; readonly heard?: Heard }): FileLog {
  mkdirSync(dirname(file), { recursive: true })
  let destination = openFile(file)
  let writer = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)
  let written = sizeOf(file)

  function rotate(): void {
    destination.flushSync()
    destination.end()
    renameSync(file, `${file}.1`)
    destination = openFile(file)
    writer = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)
    written = 0
  }
  const at = (name: 'debug' | 'info' | 'warn' | 'error') => (event: string, fields: Record<string, unknown> = {}): void => {
    const cleaned = clean(fields) as Record<string, unknown>
    writer[name](cleaned, event)
    written += event.length + 60 + JSON.stringify(cleaned).length
    if (name === 'warn' || name === 'error') heard?.(name, event)
    if (written > ROTATE_BYTES) rotate()
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), flush: () => destination.flushSync() }
}

const openFile = (file: string) => pino.destination({ dest: file, sync: true, mkdir: true })

function sizeOf(file: string): number {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}

/** Says nothing; for tests and tools. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }
