import { numberOf, type Driver } from './driver.ts'

/**
 * Moves everything from the write-ahead log into the file and syncs both; `TRUNCATE` also empties the log.
 * @throws when somebody else reads or writes, so that not all could be moved.
 */
export function moveLog(driver: Driver, mode: 'PASSIVE' | 'TRUNCATE'): void {
  const [row] = driver.prepare(`PRAGMA wal_checkpoint(${mode})`).all([])
  // Both are -1 where there is no log at all.
  if (numberOf(row, 'busy') !== 0 || numberOf(row, 'log') !== numberOf(row, 'checkpointed')) throw new Error('the log is in use')
}
