import type { Place } from '../collab/place.ts'
import { casePlace } from '../features/case/place.ts'
import { measurePlace } from '../features/measure/place.ts'
import { mapPlace } from '../features/map/place.ts'
import { reviewPlace } from '../features/review/place.ts'
import { takeHomePlace } from '../features/takehome/place.ts'
import { potentialPlace, relationshipPlace } from '../features/scale/place.ts'
import { strategyPlace } from '../features/strategy/place.ts'
import { uspPlace } from '../features/usp/place.ts'

/** The places of the workspace in the order of the rail: one line for each kind of work. */
export const places: readonly Place[] = [casePlace, potentialPlace, relationshipPlace, measurePlace, mapPlace, uspPlace, strategyPlace, reviewPlace, takeHomePlace]
