import type { InjectionKey, Ref } from 'vue'
import type { Pointer } from '../../../shared/sharing/model.ts'

/** Where the group on the stage points on its map: many times a second, and of no concern to any other scene. */
export const stagePointer: InjectionKey<Readonly<Ref<Pointer | null>>> = Symbol('pointer')
