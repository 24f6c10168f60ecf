import type { AloneExercise, AloneRound } from './model.ts'

/** A round opens by itself with its item. When the class has gone on and nobody had entered anything, it is nothing to look at any more. */
export const isUnderWay = (round: AloneRound, { exercises, itemBeganAt }: { readonly exercises: readonly AloneExercise[]; readonly itemBeganAt: number }, entered: number): boolean =>
  round.state === 'open' && (exercises.includes(round.exercise) || round.openedAt >= itemBeganAt || entered > 0)
