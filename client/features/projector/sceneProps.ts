import type { AnswersView } from '../../../shared/answers/topics.ts'
import type { ScaleComparison } from '../../../shared/scale/comparison.ts'
import type { Aggregate, GroupDetail, ProjectorView, Replay } from '../../../shared/protocol/views.ts'

/** What every scene gets. */
export interface SceneProps {
  readonly view: ProjectorView
  readonly aggregate: Aggregate | null
  readonly detail: GroupDetail | null
  readonly replay: Replay | null
  /** The groups' scales side by side; another axis may be the last that came. */
  readonly comparison: ScaleComparison | null
  /** Of votes and of what people wrote, what the room may see. */
  readonly answers: AnswersView
  /** The server's clock, a few times a second. */
  readonly now: number
  /** A hundredth of the stage's height in pixels, for what is not laid out by CSS. */
  readonly unitPx: number
  /** 16:9 and wider, rather than 4:3. */
  readonly wide: boolean
}
