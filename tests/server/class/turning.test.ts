import { expect, it } from 'vitest'
import { createFakeClock } from '../../support/FakeClock.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

const start = stopAfterEach()

it('T1: the pages on the projector begin with the first whenever something else comes onto it, and the trainer can hold one', async () => {
  const clock = createFakeClock()
  const { room } = await start.classroom({ clock })
  const projector = await room.projector()
  const shown = async () => (await projector.view()).turning
  const turned = async (changed: () => Promise<unknown>) => {
    const before = await shown()
    clock.advance(1_000)
    await changed()
    return (await projector.until(({ turning }) => turning.since !== before.since)).turning
  }
  const strategy = await turned(() => room.does('projector:show', { scene: { kind: 'spotlight', groupId: room.groupId(0), part: 'strategy' } }))
  expect(strategy).toEqual({ since: clock.now(), heldAt: null })

  clock.advance(1_000)
  await room.does('projector:hold', { held: true })
  expect((await projector.until(({ turning }) => turning.heldAt !== null)).turning).toEqual({ since: strategy.since, heldAt: clock.now() })
  await room.does('projector:set', { theme: 'dark' })
  await projector.until((view) => view.projector.theme === 'dark')
  expect((await shown()).heldAt).toBe(clock.now())

  // Another scene lets go of it; so does what the group on the stage chooses to show.
  expect(await turned(() => room.does('share:present', { groupId: room.groupId(1) }))).toEqual({ since: clock.now(), heldAt: null })
  expect(await turned(() => room.does('share:show', { artifact: { kind: 'strategy', strategyId: null } }))).toEqual({ since: clock.now(), heldAt: null })
})
