import { normaliseDigits } from '../../../shared/text/digits.ts'

export const CODE_DIGITS = 6

/** What was typed as a class code: complete, or what is wrong with it. Typed in any form (pitfall 4.21). */
export type TypedCode =
  | { readonly state: 'empty' }
  | { readonly state: 'short'; readonly missing: number }
  | { readonly state: 'complete'; readonly code: string }
  | { readonly state: 'long' }

export function readCode(typed: string): TypedCode {
  const code = normaliseDigits(typed)
  if (typed.trim() === '') return { state: 'empty' }
  if (code.length < CODE_DIGITS) return { state: 'short', missing: CODE_DIGITS - code.length }
  return code.length > CODE_DIGITS ? { state: 'long' } : { state: 'complete', code }
}
