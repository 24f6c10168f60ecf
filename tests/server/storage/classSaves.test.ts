import { expect, it } from 'vitest'
import { createClassRepository } from '../../../server/storage/sqlite/classes.ts'
import { inTransaction } from '../../../server/storage/sqlite/driver.ts'
import { findDriver } from '../../../server/storage/sqlite/findDriver.ts'
import type { Writes } from '../../../server/storage/sqlite/housekeeping.ts'
import { migrate } from '../../../server/storage/sqlite/schema.ts'
import { buildClassState } from '../../contract/classRepository.ts'

it('a class whose row was written and not synced is saved under the same number again, and by nobody else', async () => {
  const { open } = await findDriver()
  const driver = open(':memory:')
  migrate(driver)
  let isSynced = true
  const writes: Writes = {
    write: async (_bytes, work) => inTransaction(driver, work),
    synced: async () => {
      if (!isSynced) throw new Error('input/output error')
    },
  }
  const one = createClassRepository(driver, writes, { wipe: () => undefined }, async () => 0)
  const other = createClassRepository(driver, writes, { wipe: () => undefined }, async () => 0)
  await one.save(buildClassState())
  isSynced = false
  await expect(one.save(buildClassState({ version: 2, doorOpen: false }))).rejects.toThrow('input/output error')
  isSynced = true
  await expect(other.save(buildClassState({ version: 2 }))).rejects.toMatchObject({ reason: 'conflict' })
  await one.save(buildClassState({ version: 2, trainerName: '李老师' }))
  expect(await one.find('c1')).toMatchObject({ version: 2, trainerName: '李老师' })
  await expect(one.save(buildClassState({ version: 2 }))).rejects.toMatchObject({ reason: 'conflict' })
  driver.close()
})
