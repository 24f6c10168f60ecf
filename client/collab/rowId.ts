import { customAlphabet } from 'nanoid'

/** A new id for a row of the document. Works without a secure context: nanoid needs only `crypto.getRandomValues`. */
export const newRowId: () => string = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 14)
