import { serveCalls } from '../harness/calls.ts'
import type { LoadCalls } from './contract.ts'
import { Session } from './Session.ts'

const session = new Session()
const calls: LoadCalls = {
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
  finish: () => session.finish(),
  async leave() {
    session.leave()
    return null
  },
}
serveCalls({ ...calls })
