import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { editLogFiles } from '../../server/storage/sqlite/files.ts'
import { canFillDisk, fillDisk, makeRoom } from '../support/fullDisk.ts'
import { openKillableClass, type KillableClass } from '../support/killableClass.ts'
import { disorder, type ProductTablet } from '../support/productTablet.ts'
import { canTurnReadOnly, refuseWrites, turnReadOnly } from '../support/readOnlyDisk.ts'
import { until } from '../support/until.ts'

const WARNED_WITHIN_MS = 5_000

let classroom: KillableClass
let wellAgain: () => unknown = () => undefined
afterEach(async () => {
  await wellAgain()
  await classroom.close()
})

const isWarned = ({ warnings }: { readonly warnings: readonly { readonly kind: string }[] }): boolean => warnings.some(({ kind }) => kind === 'disk-failing')
const allSaved = (tablets: readonly ProductTablet[]) => () => tablets.every(({ isGreen, savedWords, written }) => isGreen && savedWords === written.length)
const sees = (reader: ProductTablet, writer: ProductTablet) => () => {
  const seen = new Set(reader.words)
  return writer.written.every((word) => seen.has(word))
}

type Server = KillableClass['server']
const ways: readonly (readonly [what: string, canBe: boolean, refuse: (server: Server) => Promise<() => unknown>])[] = [
  ['is turned read-only by the system', canTurnReadOnly(), ({ pid, dataFolder }) => turnReadOnly(pid, dataFolder, 'EROFS')],
  ['answers every write and sync with an error', canTurnReadOnly(), ({ pid, dataFolder }) => turnReadOnly(pid, dataFolder, 'EIO')],
  // Not one byte of any file may be written, where it was written before either.
  ['takes nothing, and syncs', canFillDisk(), async ({ pid }) => {
    fillDisk(pid, 0)
    return () => makeRoom(pid)
  }],
]

describe.each(ways)('F5: the disk %s in mid-class', (_what, canBe, refuse) => {
  it.skipIf(!canBe)('P6.4: tablets go on from memory, nothing is called saved, the console warns within 5 s, and all is stored once it can be written', { timeout: 90_000 }, async () => {
    classroom = await openKillableClass({ groups: 1 })
    const { server, room } = classroom
    const [one, other] = await Promise.all([classroom.tablet('one'), classroom.tablet('other')])
    const tablets = [one, other]
    for (const tablet of tablets) tablet.type()
    await until(allSaved(tablets), 'the first words to be saved')

    const mend = await refuse(server)
    wellAgain = () => {
      wellAgain = () => undefined
      return mend()
    }
    const refusedAt = performance.now()
    const warned = room.trainer.until(isWarned, WARNED_WITHIN_MS).then(() => performance.now() - refusedAt)
    for (let count = 0; count < 20; count++) {
      for (const tablet of tablets) tablet.type()
      await until(() => sees(one, other)() && sees(other, one)(), 'each to see the other')
    }
    const warnedAfterMs = await warned
    const { agenda, currentId } = await room.trainer.view()
    const to = agenda.find(({ id }) => id !== currentId)?.id ?? ''
    await room.does('agenda:go', { to, from: currentId })
    expect(tablets.map(({ savedWords }) => savedWords)).toEqual([1, 1])
    expect((await fetch(`${server.localUrl}/healthz`)).status).toBe(503)

    await wellAgain()
    await until(allSaved(tablets), 'everything to be saved', 20_000)
    await room.trainer.until((view) => !isWarned(view))
    const then = agenda.find(({ id }) => id !== currentId && id !== to)?.id ?? ''
    await room.does('agenda:go', { to: then, from: to })
    await until(async () => (await readdir(join(server.dataFolder, 'backups')).catch(() => [])).some((name) => name.endsWith('.db')), 'a safety copy', 40_000)
    const { run } = await room.trainer.view()
    await server.kill()
    classroom.wifi.cut()
    await server.start()
    const observer = await classroom.observer()
    const stored = observer.text.split(' ').filter((word) => word !== '')
    expect(disorder(stored)).toEqual([])
    expect(stored.toSorted()).toEqual(tablets.flatMap(({ written }) => written).toSorted())
    expect((await room.trainer.until((view) => view.run !== run)).currentId).toBe(then)
    console.log(`F5: the console warned after ${warnedAfterMs.toFixed(0)} ms`)
  })
})

it.skipIf(!canTurnReadOnly())('P2.2: a server that is stopped while there is no room for the last words does not say that it has saved', { timeout: 60_000 }, async () => {
  classroom = await openKillableClass({ groups: 1 })
  const { server } = classroom
  const [one, other] = await Promise.all([classroom.tablet('one'), classroom.tablet('other')])
  one.type()
  await until(allSaved([one, other]), 'the first word to be saved')
  // The database writes over what it has; the log of edits would have to grow.
  const mend = await refuseWrites(server.pid, editLogFiles.map((suffix) => join(server.dataFolder, `ketu.db${suffix}`)))
  one.type()
  await until(sees(other, one), 'the other to see it')
  await server.stop()
  await mend()
  expect(server.output()).toContain('没有写入硬盘')
  expect(server.output()).not.toContain('已保存，再见')
})
