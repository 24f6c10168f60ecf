import type { Line } from '../../api/control.ts'
import type { Outbox } from '../../api/outbox.ts'
import type { SyncStatus } from '../../collab/SyncStatus.ts'

/** Where the group's document stands, and what this person has said for themselves: "saved", and safe behind a lock, is said only of both. */
export function withOutbox(status: SyncStatus, outbox: Pick<Outbox, 'waiting' | 'isLate'>, line: Line): SyncStatus {
  const own = outbox.waiting.value
  if (own === 0) return status
  const [waiting, late] = [status.waiting + own, outbox.isLate.value]
  if (status.state === 'saving') return { ...status, waiting, late: status.late || late }
  if (status.state !== 'saved' && status.state !== 'held') return { ...status, waiting }
  return line === 'online' ? { ...status, state: 'saving', waiting, late } : { ...status, state: 'offline', waiting }
}
