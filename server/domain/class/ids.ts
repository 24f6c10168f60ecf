import { randomInt } from 'node:crypto'
import { customAlphabet } from 'nanoid'

const random = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 20)

/** Unguessable (103 bits), and fit to name a document: `^[a-z0-9-]{1,40}$`. */
export const newId = (): string => random()

/** Six digits to type; the first is not 0, so that nobody leaves it out. */
export const newJoinCode = (): string => String(randomInt(100_000, 1_000_000))
