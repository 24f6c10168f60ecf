import { setTimeout as wait } from 'node:timers/promises'
import { startLoad, startServer, withFolder, type ServerChoice } from '../harness/processes.ts'
import type { Report } from '../load/contract.ts'

export interface Window {
  readonly report: Report
  /** The server's, in the same time. */
  readonly serverCpuMs: number
  readonly missing: number
}
export interface TypingShape {
  readonly groups: number
  readonly perGroup: number
  readonly editsPerSecond: number
  readonly warmUpMs: number
  readonly measureMs: number
}

/** One server, one crowd that types: what it cost and how long edits were under way. */
export function typingWindow(choice: ServerChoice, shape: TypingShape, profileFolder: string | null): Promise<Window> {
  const { groups, perGroup, editsPerSecond, warmUpMs, measureMs } = shape
  return withFolder(async (folder) => {
    const load = startLoad()
    const server = await startServer(choice, { groups, perGroup, folder, content: null }, profileFolder)
    try {
      const { port, dialect, seats } = server.ready
      const joined = await load.calls.join({ port, dialect, seats, perGroup, atOnce: 20 })
      if (joined.failed > 0) throw new Error(`${choice.name}: ${joined.failed} tablets could not join`)
      await load.calls.start({ editsPerSecond, presence: true, latencyFrom: 'sent' })
      await wait(warmUpMs)
      const [before] = await Promise.all([server.calls.usage(null), load.calls.mark(null)])
      await wait(measureMs)
      const [after, report] = await Promise.all([server.calls.usage(null), load.calls.report(null)])
      const { missing } = await load.calls.finish(null)
      return { report, serverCpuMs: after.cpuMs - before.cpuMs, missing }
    } finally {
      await load.stop()
      await server.stop()
    }
  })
}
