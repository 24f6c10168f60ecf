import { computed } from 'vue'
import { describe, expect, it } from 'vitest'
import type { SyncStatus } from '../../../client/collab/SyncStatus.ts'
import { withOutbox } from '../../../client/features/workspace/withOutbox.ts'

const outbox = (waiting: number, isLate = false) => ({ waiting: computed(() => waiting), isLate: computed(() => isLate) })
const saved: SyncStatus = { state: 'saved', waiting: 0, since: 1 }

describe('what the header says of saving', () => {
  it('SV1: “saved” is said of the group’s work and of one’s own answers together', () => {
    expect(withOutbox(saved, outbox(0), 'offline')).toEqual(saved)
    expect(withOutbox(saved, outbox(1), 'online')).toEqual({ state: 'saving', waiting: 1, since: 1, late: false })
    expect(withOutbox(saved, outbox(1), 'offline')).toEqual({ state: 'offline', waiting: 1, since: 1 })
  })

  it('SV2: an answer that the server can’t take now is late', () => {
    expect(withOutbox(saved, outbox(1, true), 'online')).toMatchObject({ state: 'saving', late: true })
    expect(withOutbox({ state: 'saving', waiting: 2, since: 1, late: false }, outbox(1, true), 'online')).toMatchObject({ waiting: 3, late: true })
  })

  it('SV3: what is worse of the group’s work is said first', () => {
    expect(withOutbox({ state: 'refused', waiting: 2, since: 1, code: 4403 }, outbox(1), 'online')).toEqual({ state: 'refused', waiting: 3, since: 1, code: 4403 })
  })

  it('SV4: what a lock holds is safe on the trainer’s disk; an answer that it keeps on this device is not, and is not said to be', () => {
    expect(withOutbox({ state: 'held', waiting: 2, since: 1 }, outbox(1), 'online')).toEqual({ state: 'saving', waiting: 3, since: 1, late: false })
    expect(withOutbox({ state: 'held', waiting: 2, since: 1 }, outbox(1), 'offline')).toEqual({ state: 'offline', waiting: 3, since: 1 })
  })
})
