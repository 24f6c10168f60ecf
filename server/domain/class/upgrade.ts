import type { ClassState } from './ClassState.ts'

/** What classes that were stored by an earlier version of the program lack, as it is before anything of it is used. */
const defaults: Partial<ClassState> = {
}

/** A stored class as this version of the program knows it. */
export const upgradeState = (stored: ClassState): ClassState => ({ ...defaults, ...stored })
