import type { AloneExercise, AloneRound } from '../../../shared/alone/model.ts'
import type { PanelProps } from '../../collab/panel.ts'

export interface AlonePanelProps extends PanelProps {
  /** What may be done alone at this place. */
  readonly exercises: readonly AloneExercise[]
}
/** What an entry and a result of one round get. */
export interface RoundProps extends PanelProps {
  readonly round: AloneRound
}
