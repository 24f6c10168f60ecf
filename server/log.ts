import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
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

/** Where a line goes beside the file. */
export type Heard = (level: 'warn' | 'error', event: string) => void

const ROTATE_BYTES = 5_000_000

/**
 * JSON lines in a file; the file before this one is kept as `.1`. Warnings are also told to `heard`. A line that the disk
 * refuses is left out: a full disk must not end the class because it can't be written down.
 */
export function createLog({ file, level, heard }: { readonly file: string; readonly level: string; readonly heard?: Heard }): Log {
  mkdirSync(dirname(file), { recursive: true })
  let descriptor = openSync(file, 'a')
  let written = sizeOf(file)
  const writer = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write: (line) => orNot(() => append(line)) })

  function append(line: string): void {
    written += writeSync(descriptor, line)
    if (written > ROTATE_BYTES) rotate()
  }
  function rotate(): void {
    renameSync(file, `${file}.1`)
    const full = descriptor
    descriptor = openSync(file, 'a')
    written = 0
    closeSync(full)
  }
  const at = (name: 'debug' | 'info' | 'warn' | 'error') => (event: string, fields: Record<string, unknown> = {}): void => {
    writer[name](clean(fields) as Record<string, unknown>, event)
    if (name === 'warn' || name === 'error') heard?.(name, event)
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

function orNot(act: () => void): void {
  try {
    act()
  } catch {
    // Whoever writes content notices a failing disk by itself.
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}

/** Says nothing; for tests and tools. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }
