import type { CheckReport } from '../../../shared/preflight/report.ts'

/** What the laptop answered last. */
export type Line = 'waiting' | 'ok' | 'offline' | 'wrong-code'

/** What was tried, and how it went. A laptop that knows no class of this code has been reached all the same. */
export const linesOf = (report: Pick<CheckReport, 'control' | 'sync' | 'storage'>, line: Line) => [
  { key: 'arrived', state: line === 'waiting' ? 'waiting' : line === 'offline' ? 'failed' : 'ok' },
  { key: 'control', state: report.control }, { key: 'sync', state: report.sync }, { key: 'storage', state: report.storage },
] as const
