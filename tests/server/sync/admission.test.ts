import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createAdmission } from '../../../server/transport/sync/admission.ts'

it('P2.9: lets in so many a turn of the event loop, in the order in which they came', async () => {
  const admission = createAdmission(2)
  const inside: number[] = []
  for (let place = 0; place < 5; place++) void admission.enter().then(() => inside.push(place))
  const seen: number[][] = []
  for (let turn = 0; turn < 4; turn++) {
    await Promise.resolve()
    seen.push([...inside])
    await nextTurn()
  }
  expect(seen).toEqual([[0, 1], [0, 1, 2, 3], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]])
})
