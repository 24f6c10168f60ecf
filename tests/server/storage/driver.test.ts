import { expect, it } from 'vitest'
import { findDriver, NoDriver } from '../../../server/storage/sqlite/findDriver.ts'

it('a Node without SQLite, on a computer where the package in its place can’t be loaded, is told apart from a folder that can’t be used', async () => {
  const loadPackage = () => Promise.reject(new Error('The specified module could not be found.'))
  await expect(findDriver({ findBuiltIn: () => undefined, loadPackage })).rejects.toThrow(NoDriver)
})
