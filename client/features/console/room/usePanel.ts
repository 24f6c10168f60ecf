import { computed, type WritableComputedRef } from 'vue'
import { type RoomPanel, useConsole } from '../useConsole.ts'

/** Whether this one of the room's panels is open; at most one is. */
export function usePanel(name: RoomPanel): WritableComputedRef<boolean> {
  const { panels } = useConsole()
  return computed({ get: () => panels.room === name, set: (on) => { panels.room = on ? name : null } })
}
