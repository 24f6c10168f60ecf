// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'
import { forgetMine, forgetOthers, mineKey } from '../../../client/api/mine.ts'
import { storedKeys, writeStored } from '../../../client/api/storage.ts'

const kept = (): readonly string[] => [...storedKeys('local', ''), ...storedKeys('session', '')]
beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  for (const person of ['wang', 'li', 'zhao']) {
    writeStored('local', mineKey(person, 'unsent.case:x'), person)
    writeStored('session', mineKey(person, 'draft.customers'), person)
  }
  writeStored('local', 'ketu.seats', [])
})

it('who leaves takes along what they wrote, and nobody else’s', () => {
  forgetMine('wang')
  expect(kept().filter((key) => key.includes('wang'))).toEqual([])
  expect(kept()).toHaveLength(5)
})

it('P5.14: a wipe leaves nothing of those who had the tablet before', () => {
  forgetOthers(['li'])
  expect(kept()).toEqual(['ketu.mine.li.unsent.case:x', 'ketu.seats', 'ketu.mine.li.draft.customers'])
})
