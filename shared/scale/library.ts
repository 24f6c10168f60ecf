import { withTraditional } from '../language/traditional.ts'
import traditional from './library.zh-TW.json' with { type: 'json' }
import type { LibraryFactor } from './libraryModel.ts'
import { potentialFactors } from './libraryPotential.ts'
import { relationshipFactors } from './libraryRelationship.ts'

/** The factors that a group may borrow, potential first. Ids are kept in documents: never rename one. */
export const factorLibrary: readonly LibraryFactor[] = withTraditional([...potentialFactors, ...relationshipFactors], traditional)
