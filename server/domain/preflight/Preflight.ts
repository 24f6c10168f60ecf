import { type CheckedDevice, type CheckReport, type Computer, type PreflightView, SILENT_MS } from '../../../shared/preflight/report.ts'
import type { Clock } from '../clock.ts'

/** Phones of one class that are remembered; the test wants one or two. */
const KEPT = 6
const BYTES_PER_MB = 1_000_000

export interface Preflight {
  /** @param address ours, by which it came. */
  report(classId: string, report: CheckReport, address: string): void
  view(classId: string): PreflightView
  /** Called once a second: who has stopped reporting. */
  tick(): void
}
interface PreflightParts {
  readonly clock: Clock
  readonly computer: () => Computer
  readonly freeBytes: () => number | null
  readonly changed: () => void
}
type Heard = Omit<CheckedDevice, 'isSilent'>

/** What phones tell of the way to this laptop, before the room fills. Kept in memory: tomorrow's room is another one. */
export function createPreflight({ clock, computer, freeBytes, changed }: PreflightParts): Preflight {
  const byClass = new Map<string, readonly Heard[]>()
  const silent = new Set<string>()
  const isSilent = ({ lastAt }: Heard): boolean => clock.now() - lastAt > SILENT_MS

  return {
    report(classId, report, address) {
      const now = clock.now()
      const all = byClass.get(classId) ?? []
      const known = all.find(({ id }) => id === report.id)
      const heard: Heard = { ...report, address, firstAt: known?.firstAt ?? now, lastAt: now }
      byClass.set(classId, [heard, ...all.filter(({ id }) => id !== report.id)].slice(0, KEPT))
      changed()
    },
    view: (classId) => {
      const free = freeBytes()
      return {
        devices: (byClass.get(classId) ?? []).map((one) => ({ ...one, isSilent: isSilent(one) })),
        computer: computer(),
        freeMb: free === null ? null : Math.floor(free / BYTES_PER_MB),
      }
    },
    tick() {
      const now = new Set([...byClass.values()].flat().filter(isSilent).map(({ id }) => id))
      const isNews = [...now].some((id) => !silent.has(id))
      silent.clear()
      for (const id of now) silent.add(id)
      if (isNews) changed()
    },
  }
}
