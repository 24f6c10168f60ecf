/* What the benchmark uses of the peers. They are installed only here and only when it runs, so their own types may be missing. */
declare module '@hocuspocus/server' {
  import type * as Y from 'yjs'

  export class Server {
    constructor(configuration: { port: number; address: string; quiet: boolean; stopOnSignals: boolean; extensions: readonly unknown[] })
    readonly address: { readonly port: number }
    readonly hocuspocus: {
      openDirectConnection(documentName: string): Promise<{ transact(change: (doc: Y.Doc) => void): Promise<void>; disconnect(): Promise<void> }>
    }
    listen(): Promise<unknown>
    destroy(): Promise<void>
  }
}
declare module '@hocuspocus/extension-sqlite' {
  export class SQLite {
    constructor(configuration: { database: string })
  }
}
declare module '@y/websocket-server/utils' {
  import type { IncomingMessage } from 'node:http'
  import type { WebSocket } from 'ws'
  import type * as Y from 'yjs'

  export function setupWSConnection(connection: WebSocket, request: IncomingMessage): void
  export function getYDoc(name: string): Y.Doc
  export function getPersistence(): { readonly provider: { getYDoc(name: string): Promise<Y.Doc>; destroy(): Promise<void> } } | null
}
