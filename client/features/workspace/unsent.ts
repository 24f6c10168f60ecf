import { readStored, writeStored } from '../../api/storage.ts'

const KEY = 'ketu.unsent'

function counts(): Readonly<Record<string, unknown>> {
  const stored = readStored('local', KEY)
  return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {}
}

/**
 * Changes of this device that were not on the trainer's disk when it was last open. A reload must not forget them: the copy
 * of the work stays on the device for as long as it holds what nobody else has.
 */
export function unsentIn(classId: string): number {
  const count = counts()[classId]
  return typeof count === 'number' && count > 0 ? count : 0
}

export function noteUnsent(classId: string, count: number): void {
  const others = Object.entries(counts()).filter(([id]) => id !== classId)
  writeStored('local', KEY, others.length === 0 && count === 0 ? undefined : Object.fromEntries(count === 0 ? others : [...others, [classId, count]]))
}
