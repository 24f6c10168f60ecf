import { setTimeout as wait } from 'node:timers/promises'
import { axes } from '../../shared/scale/model.ts'
import type { SimulatedClass } from '../simulator/classPlay.ts'

/** The groups think again: one customer in three gets other grades, so that there is something to replay. */
export async function moveCustomers({ plays }: SimulatedClass, round: number): Promise<void> {
  for (const { tablets: [tablet] } of plays) {
    if (!tablet) continue
    const { customers, scales } = tablet.work()
    for (const [index, customer] of customers.entries()) {
      if ((index + round) % 3 !== 0) continue
      for (const axis of axes) {
        for (const factor of scales[axis].factors.slice(0, 3)) tablet.grade(customer.id, factor.id, { kind: 'level', level: 1 + ((index + round) % factor.intervals.length) })
      }
    }
  }
  // Until the server has them.
  await wait(1_000)
}
