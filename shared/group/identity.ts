/** A group is known by its letter, its colour and its marker shape, always all three together. */
export const groupShapes = ['circle', 'square', 'triangle', 'diamond', 'pentagon', 'star', 'cross', 'hexagon', 'down', 'plus', 'ring', 'bowtie'] as const
export type GroupShape = (typeof groupShapes)[number]
export const MAX_GROUPS = groupShapes.length

export interface GroupIdentity {
  readonly letter: string
  readonly shape: GroupShape
  /** Index into the twelve group colours of the token file (`--color-group-1` …). */
  readonly colour: number
}

/** "A3": a customer without its name; `place` in the group's list, from 0. */
export const customerMask = (letter: string, place: number): string => `${letter}${place + 1}`

/** @param index place of the group in the class, from 0; it stays with the group when others leave. */
export function groupIdentity(index: number): GroupIdentity {
  const place = ((index % MAX_GROUPS) + MAX_GROUPS) % MAX_GROUPS
  return { letter: String.fromCharCode(65 + place), shape: groupShapes[place] ?? 'circle', colour: place + 1 }
}
