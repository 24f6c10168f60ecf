import { z } from 'zod'
import { Refusal } from '../../shared/protocol/reply.ts'

/** @throws Refusal 'bad-payload' that says what is wrong where */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new Refusal('bad-payload', z.prettifyError(parsed.error))
  return parsed.data
}
