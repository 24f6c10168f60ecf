/** What may be bound to a statement. Anything else is a mistake of ours and is refused before it reaches native code. */
export type SqlValue = string | number | null | Uint8Array
export type Row = Record<string, unknown>

export interface Statement {
  run(params: readonly SqlValue[]): { readonly changes: number }
  all(params: readonly SqlValue[]): readonly Row[]
}
/** The little that we need of an embedded SQLite, the same over every binding. Synchronous. */
export interface Driver {
  exec(sql: string): void
  prepare(sql: string): Statement
  close(): void
}
export type OpenDriver = (file: string) => Driver

/** libsql aborts the whole process on some wrongly typed values: look at each before it goes in. */
export function checkParams(params: readonly SqlValue[]): SqlValue[] {
  if (!Array.isArray(params)) throw new TypeError('SQL parameters must be an array')
  return params.map((value) => {
    if (value === null || typeof value === 'string') return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (value instanceof Uint8Array) return value
    throw new TypeError(`SQL parameter of type ${typeof value}`)
  })
}

/**
 * Runs work in one transaction that owns the file from its start, so that a file that another program has is found locked
 * before anything is done: libsql leaves a prepared statement that was refused in the way of all that follow.
 */
export function inTransaction<T>(driver: Driver, work: () => T): T {
  driver.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    driver.exec('COMMIT')
    return result
  } catch (error) {
    rollBack(driver)
    throw error
  }
}

function rollBack(driver: Driver): void {
  try {
    driver.exec('ROLLBACK')
  } catch {
    // SQLite rolls back by itself on a full disk; the first error is the one to tell.
  }
}

export function textOf(row: Row | undefined, column: string): string {
  const value = row?.[column]
  if (typeof value !== 'string') throw new TypeError(`${column} is no text`)
  return value
}
export function numberOf(row: Row | undefined, column: string): number {
  const value = row?.[column]
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'number') throw new TypeError(`${column} is no number`)
  return value
}
/** A copy of the bytes. Bindings differ: node:sqlite gives a Uint8Array, libsql an ArrayBuffer or a Buffer. */
export function bytesOf(row: Row | undefined, column: string): Uint8Array {
  const value = row?.[column]
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  if (!(value instanceof Uint8Array)) throw new TypeError(`${column} holds no bytes`)
  return Uint8Array.from(value)
}
export const isNull = (row: Row | undefined, column: string): boolean => row?.[column] == null

/** What SQLite says of a file that is damaged or is no database of its kind; a full disk or a missing folder is neither. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && /malformed|not a database|corrupt|invalid page|disk image/i.test(`${error.message} ${codeOf(error)}`)
}
/** Somebody else has the file locked. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && /SQLITE_BUSY|is locked/i.test(`${error.message} ${codeOf(error)}`)
}
const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '')
