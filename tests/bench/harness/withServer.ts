import { startLoad, startServer, withFolder, type RunningLoad, type RunningServer, type ServerChoice } from './processes.ts'
import type { ServerSetup } from '../servers/contract.ts'

export interface Pair {
  readonly server: RunningServer
  readonly load: RunningLoad
  readonly setup: ServerSetup
}

export interface Shape extends Omit<ServerSetup, 'folder' | 'content'> {
  /** Documents start with a group's work of at least so many bytes; null: they start empty. */
  readonly contentBytes: number | null
}

/** One server with an empty folder, and one load. Both are gone when `work` is done, also when it failed. */
export function withServer<T>(choice: ServerChoice, { contentBytes, ...shape }: Shape, work: (pair: Pair) => Promise<T>): Promise<T> {
  return withFolder(async (folder) => {
    const load = startLoad()
    try {
      const content = contentBytes === null ? null : await load.calls.content(contentBytes)
      const setup = { ...shape, folder, content }
      const server = await startServer(choice, setup)
      try {
        return await work({ server, load, setup })
      } finally {
        await server.stop()
      }
    } finally {
      await load.stop()
    }
  })
}
