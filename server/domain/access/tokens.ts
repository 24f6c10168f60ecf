import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 256 bits, fit for a URL fragment and a header. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Eight digits: of six, whoever guesses would soon find one when a hall asks for hundreds, and some of those would be the same. */
export const newReentryCode = (): string => String(randomInt(0, 100_000_000)).padStart(8, '0')

/** What is stored of a token: whoever reads the file can not use it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** A re-entry code is short, so it only means something together with its class. */
export const hashReentryCode = (classId: string, code: string): string => hashToken(`reentry:${classId}:${code}`)
