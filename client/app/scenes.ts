import type { FeatureScenes } from '../collab/place.ts'

/** What features show on the projector, by the scene's kind; loaded when first shown. */
export const featureScenes: FeatureScenes = {
}
