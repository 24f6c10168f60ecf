import { checkParams, type OpenDriver, type Row, type SqlValue } from './driver.ts'

/** The part of `node:sqlite` that we use; its types come only with later versions of @types/node. */
interface NodeStatement {
  run(...params: SqlValue[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  all(...params: SqlValue[]): Row[]
}
interface NodeDatabase {
  exec(sql: string): void
  prepare(sql: string): NodeStatement
  close(): void
}
interface NodeSqlite {
  DatabaseSync: new (file: string) => NodeDatabase
}

const isNodeSqlite = (module: object | undefined): module is NodeSqlite => module !== undefined && 'DatabaseSync' in module

/** Undefined where this Node has none, or only behind a flag. */
export function nodeSqlite(): OpenDriver | undefined {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 22 || (major === 22 && minor < 13)) return undefined
  const module = process.getBuiltinModule('node:sqlite')
  if (!isNodeSqlite(module)) return undefined
  return (file) => {
    const database = new module.DatabaseSync(file)
    return {
      exec: (sql) => database.exec(sql),
      prepare(sql) {
        const statement = database.prepare(sql)
        return {
          run(params) {
            return { changes: Number(statement.run(...checkParams(params)).changes) }
          },
          all: (params) => statement.all(...checkParams(params)),
        }
      },
      close: () => database.close(),
    }
  }
}
