import type { ServerChoice } from './processes.ts'

/** The practical limit: every ratio is to this one. */
export const relay: ServerChoice = { name: 'bare `ws` relay', program: 'relay', keeps: 'nothing' }
export const ketu: ServerChoice = { name: 'ketu', program: 'ketu', keeps: 'disk' }
export const allServers: readonly ServerChoice[] = [
  relay,
  { name: '@y/websocket-server, in memory', program: 'yWebsocketServer', keeps: 'memory' },
  { name: '@y/websocket-server, LevelDB', program: 'yWebsocketServer', keeps: 'disk', environment: { BENCH_STORE: 'leveldb' } },
  { name: 'Hocuspocus, SQLite', program: 'hocuspocus', keeps: 'disk' },
  ketu,
]
