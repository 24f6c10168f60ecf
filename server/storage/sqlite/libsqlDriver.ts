import { checkParams, type OpenDriver, type Row } from './driver.ts'

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

/** Loaded only where it is used: on a Node with its own SQLite the native package may be missing. */
export async function openLibsql(): Promise<OpenDriver> {
  const { default: Database } = await import('libsql')
  return (file) => {
    const database = new Database(file)
    return {
      exec: (sql) => void database.exec(sql),
      prepare(sql) {
        const statement = database.prepare(sql)
        return {
          // Always one array: a bare Buffer argument aborts the process.
          run(params) {
            const { changes } = statement.run(checkParams(params))
            return { changes }
          },
          all: (params) => statement.all(checkParams(params)).filter(isRow),
        }
      },
      close: () => void database.close(),
    }
  }
}
