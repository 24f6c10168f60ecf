import { createRandom } from '../../support/random.ts'
import { actions } from './actions.ts'
import type { Plan, Step } from './plan.ts'
import { examine, heal, lastWords } from './settle.ts'
import { tally, World, type OpenDisk } from './world.ts'

export interface Failure {
  readonly why: string
  readonly story: readonly string[]
}

/** Plays a plan to its end, heals the world and looks at what is there. Null: everything was right. */
export async function play(plan: Plan, openDisk?: OpenDisk): Promise<Failure | null> {
  tally.runs++
  const world = await World.open(plan, openDisk)
  try {
    for (const step of plan.steps) await playStep(world, step)
    world.say('everything is made well')
    const dice = createRandom(plan.seed)
    await heal(world, dice)
    // Where there is nothing to wait for, nobody waits in vain.
    if (world.disk.waitsMs > 0) await lastWords(world, dice)
    await examine(world, dice)
    return null
  } catch (error) {
    return { why: error instanceof Error ? (error.stack ?? error.message) : String(error), story: world.story }
  } finally {
    await world.close()
  }
}
async function playStep(world: World, { kind, number }: Step): Promise<void> {
  const dice = createRandom(number)
  await actions[kind](world, dice)
  world.check()
  // Sometimes nothing arrives between two things, sometimes a little, sometimes all there is.
  const flow = dice.below(4)
  if (flow > 0) world.deliver(flow === 3 ? 100 : flow, dice)
  await world.turn(dice.below(5))
}

/** Leaves out what does not matter for the failure, for as long as `untilMs` of the given clock. */
export async function shrink(plan: Plan, failure: Failure, now: () => number, untilMs: number, openDisk?: OpenDisk): Promise<Failure> {
  let [steps, found] = [plan.steps, failure]
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < steps.length && now() < untilMs; ) {
      const fewer = [...steps.slice(0, from), ...steps.slice(from + size)]
      const still = await play({ ...plan, steps: fewer }, openDisk)
      if (still) [steps, found] = [fewer, still]
      else from += size
    }
  }
  return found
}
