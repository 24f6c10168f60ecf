import type { FeatureScenes } from '../collab/place.ts'
import { lazily } from '../ui/lazily.ts'

/** What features show on the projector, by the scene's kind; loaded when first shown. */
export const featureScenes: FeatureScenes = {
  'usp-wall': lazily(() => import('../features/projector/scenes/UspWallScene.vue')),
}
