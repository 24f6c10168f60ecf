import { serveCalls } from '../harness/calls.ts'
import { groupWork } from './content.ts'
import type { LoadCalls } from './contract.ts'
import { readHistory, writeHistory } from './history.ts'
import { Session } from './Session.ts'

const session = new Session()
const calls: LoadCalls = {
  content: async (untilBytes) => groupWork(untilBytes),
  join: (crowd) => session.join(crowd),
  async start(pace) {
    session.start(pace)
    return null
  },
  async mark() {
    session.mark()
    return null
  },
  report: async () => session.report(),
  async watch(watched) {
    await session.watch(watched)
    return null
  },
  census: (again) => session.census(again),
  write: writeHistory,
  read: readHistory,
  finish: () => session.finish(),
  async leave() {
    session.leave()
    return null
  },
}
serveCalls({ ...calls })
