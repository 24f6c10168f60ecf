import type { ClassState } from './ClassState.ts'
import { timerOf } from './newClass.ts'
import { nothingYet } from './upgrade.ts'

const title = {
  'zh-CN': '没有删完，硬盘不让删：若已满请腾出空间，再“彻底删除”一次',
  'zh-TW': '沒有刪完，硬碟不讓刪：若已滿請騰出空間，再「徹底刪除」一次',
  en: 'Not wiped completely, as the disk refused: make room if it is full, then wipe it again',
} as const

/** What stands for a class until nothing of it is left anywhere: what to do, and nothing of what it said. */
export const halfWiped = ({ id, code, createdAt, version, projector: { locale, theme } }: ClassState, now: number): ClassState => ({
  ...nothingYet,
  id, code, createdAt, title,
  version: version + 1,
  trainerName: '',
  endedAt: now,
  doorOpen: false,
  agenda: [],
  currentId: null,
  timer: timerOf(0),
  groups: [],
  participants: [],
  messages: [],
  projector: { scene: { kind: 'lobby' }, theme, showCustomers: false, showPeople: false, locale },
  chosenAddress: null,
  warnings: [],
  recentCommands: [],
})
