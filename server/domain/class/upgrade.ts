import type { ClassState } from './ClassState.ts'

/** What classes that were stored by an earlier version of the program lack, as it is before anything of it is used. */
const defaults: Partial<ClassState> = {
}

/** The agenda of a class from before items had polls and cases. */
const upgradeItem = (stored: ClassState['agenda'][number]): ClassState['agenda'][number] => ({ ...{ polls: [], case: null }, ...stored })

/** A stored class as this version of the program knows it. */
export const upgradeState = (stored: ClassState): ClassState => ({ ...defaults, ...stored, agenda: stored.agenda.map(upgradeItem) })
