import { expect, it } from 'vitest'
import type { GroupDetail } from '../../../shared/protocol/views.ts'
import { follow } from '../../support/follow.ts'
import { writeSample } from '../../support/sampleWork.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

const start = stopAfterEach()

it.each([
  { part: 'findings', who: (detail: GroupDetail) => detail.work.parts.decisions.map((one) => one.who) },
  { part: 'strategy', who: (detail: GroupDetail) => detail.work.parts.strategies.strategies.flatMap(({ actions }) => actions.map((one) => one.who)) },
] as const)('P5.4: the projector says who answers for what ($part) only once people’s names are shown, whatever of customers is shown', async ({ part, who }) => {
  const { server, room } = await start.classroom({}, 1)
  await server.app.rooms.edit(room.groupId(0), (doc) => writeSample(doc, 0))
  const details = follow<GroupDetail>(await room.projector(), 'detail')
  await room.does('projector:set', { showCustomers: true })
  await room.does('projector:show', { scene: { kind: 'spotlight', groupId: room.groupId(0), part } })
  const hidden = await details.until((detail) => who(detail).length > 0)
  expect(who(hidden).join('')).toBe('')
  await room.does('projector:set', { showPeople: true })
  const shown = await details.until((detail) => who(detail).join('') !== '')
  expect(who(shown)[0]).not.toBe('')
})
