import type { AloneExercise } from '../../shared/alone/model.ts'
import type { Place } from '../collab/place.ts'
import { casePlace } from '../features/case/place.ts'
import { measurePlace } from '../features/measure/place.ts'
import { mapPlace } from '../features/map/place.ts'
import { followupPlace } from '../features/followup/place.ts'
import { reviewPlace } from '../features/review/place.ts'
import { sharingPlace } from '../features/sharing/place.ts'
import { takeHomePlace } from '../features/takehome/place.ts'
import { potentialPlace, relationshipPlace } from '../features/scale/place.ts'
import { strategyPlace } from '../features/strategy/place.ts'
import { uspPlace } from '../features/usp/place.ts'
import { lazily } from '../ui/lazily.ts'

const AlonePanel = lazily(() => import('../features/alone/AlonePanel.vue'))
/** A place at which each member does something alone first. */
const beginsAlone = (place: Place, ...exercises: readonly AloneExercise[]): Place => ({ ...place, above: AlonePanel, aboveGiven: { exercises } })

/** The places of the workspace in the order of the rail: one line for each kind of work. */
export const places: readonly Place[] = [
  casePlace, beginsAlone(potentialPlace, 'ideas-potential', 'weights-potential'), beginsAlone(relationshipPlace, 'ideas-relationship', 'weights-relationship'), beginsAlone(measurePlace, 'grades'),
  mapPlace, uspPlace, strategyPlace, sharingPlace, reviewPlace, takeHomePlace, followupPlace,
]
