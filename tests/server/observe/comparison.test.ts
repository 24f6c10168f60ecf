import { describe, expect, it } from 'vitest'
import type { ScaleComparison } from '../../../shared/scale/comparison.ts'
import { createPace } from '../../simulator/pace.ts'
import { joinWithTablet, type Tablet } from '../../simulator/tablet.ts'
import { follow } from '../../support/follow.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

const start = stopAfterEach()
async function classOfTwo() {
  const { server, room } = await start.classroom()
  const tablet = async (name: string, group: number): Promise<Tablet> => {
    const joined = await joinWithTablet({ baseUrl: server.url, code: room.code, name, groupId: room.groupId(group), pace: createPace(Infinity, 1) })
    start.later(() => joined.leave())
    await joined.ready()
    return joined
  }
  const [ada, ben] = [await tablet('Ada', 0), await tablet('Ben', 1)]
  const projector = await room.projector()
  return { room, ada, ben, projector, desk: follow<ScaleComparison>(room.trainer, 'comparison'), screen: follow<ScaleComparison>(projector, 'comparison') }
}

describe('the groups\' scales side by side on the projector', () => {
  it('shows who chose what with what weight, live, and of the axis that is asked for', async () => {
    const { room, ada, ben, screen } = await classOfTwo()
    await room.does('projector:show', { scene: { kind: 'comparison', axis: 'potential' } })
    await screen.until(({ axis, shared, single }) => axis === 'potential' && shared.length === 0 && single.length === 0)
    const first = await ada.typeFactor('potential', '车队规模')
    ada.weigh('potential', new Map([[first, 60]]))
    await screen.until(({ single }) => single[0]?.weights[0]?.weight === 60)
    const second = await ben.typeFactor('potential', '车队 规模')
    ben.weigh('potential', new Map([[second, 20]]))
    await screen.until(({ shared }) => shared[0]?.isLit === true)
    expect(screen.heard.at(-1)).toMatchObject({
      groups: [{ groupId: room.groupId(0), factors: 1 }, { groupId: room.groupId(1), factors: 1 }, { groupId: room.groupId(2), factors: 0 }],
      shared: [{ weights: [{ groupId: room.groupId(0), weight: 60 }, { groupId: room.groupId(1), weight: 20 }] }], single: [],
    })
    await room.does('projector:show', { scene: { kind: 'comparison', axis: 'relationship' } })
    await screen.until(({ axis, shared }) => axis === 'relationship' && shared.length === 0)
  })

  it('a customer\'s name in a factor is for the trainer, until names are shown; participants hear nothing', async () => {
    const { room, ada, desk, screen } = await classOfTwo()
    const told: unknown[] = []
    ada.control.socket.on('comparison', (one: unknown) => told.push(one))
    await ada.addCustomer('华东机械厂')
    await ada.typeFactor('potential', '像华东机械厂的产能')
    await room.does('projector:show', { scene: { kind: 'comparison', axis: 'potential' } })
    await desk.until(({ single }) => single[0]?.name === '像华东机械厂的产能')
    await screen.until(({ single }) => single[0]?.name === '像A1的产能')
    expect(JSON.stringify(screen.heard)).not.toContain('华东')
    await room.does('projector:set', { showCustomers: true })
    await screen.until(({ single }) => single[0]?.name === '像华东机械厂的产能')
    expect(told).toEqual([])
  })

  it('once a second at most, and nothing when it is not shown or nothing has changed', async () => {
    const { room, ada, screen } = await classOfTwo()
    await room.does('projector:show', { scene: { kind: 'comparison', axis: 'potential' } })
    await screen.until(({ single }) => single.length === 0)
    const startedAt = performance.now()
    for (let count = 1; count <= 20; count++) await ada.typeFactor('potential', `因素 ${count}`)
    await screen.until(({ single }) => single.length === 20)
    expect(screen.heard.length).toBeLessThanOrEqual(Math.ceil((performance.now() - startedAt) / 1_000) + 2)
    await room.does('projector:show', { scene: { kind: 'lobby' } })
    const heard = screen.heard.length
    await ada.typeFactor('potential', '投标次数')
    await follow<{ groups: readonly { scales: { potential: { factors: number } } }[] }>(room.trainer, 'aggregate').until(({ groups }) => groups[0]?.scales.potential.factors === 21)
    await room.does('projector:show', { scene: { kind: 'comparison', axis: 'potential' } })
    await screen.until(({ single }) => single.length === 21)
    expect(screen.heard).toHaveLength(heard + 1)
  })
})
