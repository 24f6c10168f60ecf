import { z } from 'zod'
import { Refusal } from '../../../shared/protocol/reply.ts'

/** @throws Refusal 'bad-payload' that says what is wrong where */
export function parseAnswer<V>(schema: z.ZodType<V>, value: unknown): V {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new Refusal('bad-payload', z.prettifyError(parsed.error))
  return parsed.data
}
