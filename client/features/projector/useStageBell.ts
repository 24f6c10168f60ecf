import { onScopeDispose, readonly, ref } from 'vue'
import type { AgendaItemTemplate } from '../../../shared/course/template.ts'
import type { ProjectorSound } from '../../../shared/protocol/views.ts'
import type { Timer } from '../../../shared/timer/timer.ts'
import { createBell } from '../../ui/bell.ts'
import { useStepSignal } from '../../ui/useStepSignal.ts'
import { bellDue } from './timerFace.ts'

/** 'asleep': the browser wants a tap first. 'none': tapped, and still nothing can be heard. */
export type Sound = ProjectorSound
const LOOK_MS = 200
type SteppedItem = Pick<AgendaItemTemplate, 'id' | 'steps' | 'minutes'>

/** Rings at zero, one minute before the end of a group's slot, and strikes softly when a step of the item begins. `wake` is called by the tap, and strikes the bell as a test. */
export function useStageBell(timer: () => Timer | undefined, serverNow: () => number, item: () => SteppedItem | null | undefined, bellsMs: () => readonly number[]) {
  const bell = createBell()
  const sound = ref<Sound>('asleep')
  let rungFor: number | null = null
  const now = ref(serverNow())
  useStepSignal(item, timer, now, () => { if (sound.value === 'on') void bell.chime() })
  const look = setInterval(() => {
    now.value = serverNow()
    const running = timer()
    const due = running ? bellDue(running, now.value, rungFor, bellsMs()) : null
    if (due === null) return
    rungFor = due.at
    void (due.final ? bell.ring() : bell.strike()).then((heard) => { sound.value = heard ? 'on' : sound.value === 'asleep' ? 'asleep' : 'none' })
  }, LOOK_MS)
  onScopeDispose(() => {
    clearInterval(look)
    bell.close()
  })
  async function wake(): Promise<void> {
    sound.value = (await bell.ring()) ? 'on' : 'none'
  }
  return { sound: readonly(sound), wake }
}
