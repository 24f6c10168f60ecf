import type { Locale } from '../../language/locale.ts'
import type { GroupWork } from '../../groupwork/model.ts'
import type { ScatterChart } from '../ooxml/chart.ts'
import type { Sheet } from '../ooxml/sheet.ts'
import type { Words } from '../words.ts'

/** All that a workbook tells of. */
export interface GroupBookSource {
  readonly work: GroupWork
  readonly classId: string
  readonly classTitle: string
  readonly groupId: string
  readonly letter: string
  /** "A 远航队" */
  readonly groupTitle: string
  readonly locale: Locale
  /** Instant in ms, and what local time is ahead of UTC. */
  readonly madeAt: number
  readonly zoneMinutes: number
}

export interface SheetSource extends GroupBookSource {
  readonly words: Words
}

/** A sheet, the chart on it, and names for its cells. One function makes each; `groupWorkbook` lists them. */
export interface SheetPart {
  readonly sheet: Sheet
  readonly chart?: ScatterChart
  readonly names?: ReadonlyMap<string, string>
}
