import type { Place } from '../collab/place.ts'
import { measurePlace } from '../features/measure/place.ts'
import { mapPlace } from '../features/map/place.ts'
import { followupPlace } from '../features/followup/place.ts'
import { takeHomePlace } from '../features/takehome/place.ts'
import { potentialPlace, relationshipPlace } from '../features/scale/place.ts'
import { strategyPlace } from '../features/strategy/place.ts'
import { uspPlace } from '../features/usp/place.ts'

/** The places of the workspace in the order of the rail: one line for each kind of work. */
export const places: readonly Place[] = [potentialPlace, relationshipPlace, measurePlace, mapPlace, uspPlace, strategyPlace, takeHomePlace, followupPlace]
