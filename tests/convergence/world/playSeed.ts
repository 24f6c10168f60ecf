import { makePlan } from './plan.ts'
import { play, shrink } from './play.ts'

const SHRINK_MS = 10_000
/** Taken before time is made to stand still. */
export const now = performance.now.bind(performance)

type Given = { readonly plan?: Parameters<typeof makePlan>[1]; readonly open?: NonNullable<Parameters<typeof play>[1]>; readonly advice?: string }
/** @throws Error that tells how to play it again, and what happened */
export async function playSeed(seed: number, { plan: kinds, open, advice = '' }: Given = {}): Promise<void> {
  const plan = makePlan(seed, kinds)
  const failure = await play(plan, open)
  if (!failure) return
  const small = await shrink(plan, failure, now, now() + SHRINK_MS, open)
  throw new Error(`SEED=${seed}: ${failure.why}\n\nIn short (${small.why.split('\n', 1)[0]}):\n  ${small.story.join('\n  ')}${advice}`)
}
