import type { Place } from '../../collab/place.ts'
import { lazily } from '../../ui/lazily.ts'

/** "Two decisions": findings that the group has judged or written itself. */
const ENOUGH_FINDINGS = 2

export const mapPlace: Place = {
  task: 'map', icon: 'map', nameKey: 'workspace.tasks.map', activities: ['map', 'findings'],
  panel: lazily(() => import('./MapPanel.vue')),
  isDone({ judgements, ownFindings }) {
    const judged = [...judgements.values()].filter(({ verdict }) => verdict !== null).length
    return judged + ownFindings.filter(({ removed, text }) => !removed && text.trim()).length >= ENOUGH_FINDINGS
  },
}
