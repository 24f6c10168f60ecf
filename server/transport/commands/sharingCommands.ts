import { beginSharing, drawOrder, orderGroups, presentGroup, setRubric, setSlot, showArtifact, showScores, takeStage } from '../../domain/class/sharing.ts'
import { decision } from './command.ts'

export const sharingCommands = [
  decision('share:begin', 'sharing:lead', beginSharing),
  decision('share:draw', 'sharing:lead', (state) => drawOrder(state, state.groups.map(() => Math.random()))),
  decision('share:order', 'sharing:lead', orderGroups),
  decision('share:present', 'sharing:lead', presentGroup),
  decision('share:slot', 'sharing:lead', setSlot),
  decision('share:rubric', 'sharing:lead', setRubric),
  decision('share:scores', 'sharing:lead', showScores),
  decision('share:show', 'sharing:present', showArtifact),
  decision('share:take', 'sharing:present', takeStage),
]
