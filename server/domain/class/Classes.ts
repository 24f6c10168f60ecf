import * as Y from 'yjs'
import type { LastTime } from '../../../shared/agenda/day.ts'
import type { CourseTemplate } from '../../../shared/course/template.ts'
import { seedUpdate } from '../../../shared/groupwork/document.ts'
import type { Locale, Localized } from '../../../shared/language/locale.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { closeCode } from '../../../shared/protocol/sync.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../Log.ts'
import type { Rooms } from '../room/Rooms.ts'
import { createClassActor, type ClassActor } from './ClassActor.ts'
import type { ClassRepository } from './ClassRepository.ts'
import type { ClassState } from './ClassState.ts'
import { allGroups } from './groups.ts'
import { halfWiped } from './halfWiped.ts'
import { newId, newJoinCode } from './ids.ts'
import { newClassState } from './newClass.ts'
import { reopenClass } from './settings.ts'
import { upgradeState } from './upgrade.ts'

/** Each hears of what it names. */
export interface ClassesListener {
  changed?(classroom: ClassActor, before: ClassState, after: ClassState): void
  /** Presence changed by the passing of time. */
  faded?(classroom: ClassActor, participantIds: readonly string[]): void
  /** The documents are those of its groups, also of groups that were put away. */
  wiped?(classId: string, documentIds: readonly string[]): void
  /** The disk refused the wipe: the class goes on, with whatever of it is stored. */
  returned?(classId: string): Promise<void>
}

export interface Classes {
  /** Newest first. */
  list(): readonly ClassActor[]
  /** @throws Refusal 'not-found' */
  get(classId: string): ClassActor
  find(classId: string): ClassActor | undefined
  /** A class that is open, or else the latest that ended with this code. */
  findByCode(code: string): ClassActor | undefined
  /** @throws Refusal 'disk-full' */
  create(wanted: { readonly template: CourseTemplate; readonly title: Localized | undefined; readonly trainerName: string; readonly groups: number; readonly locale: Locale; readonly lastTime?: LastTime | null }): Promise<ClassActor>
  /**
   * A class from an archive. `fill` puts its work on disk; until that is done the class stands in the file as one that has
   * ended and says that it was interrupted, so that after a crash the trainer sees what is half there and can wipe it.
   * @param stateOf makes the state, with the code that the class gets: `code` unless another class has it
   * @throws Refusal 'disk-full', or what `fill` throws: then nothing of it is left
   */
  bring(stateOf: (code: string) => ClassState, code: string, fill: () => Promise<void>): Promise<ClassActor>
  /** The decision to open a class again; it gets a new code when another class has taken its own. */
  reopened(state: ClassState): ClassState
  /** The document of a group that is about to be made: what another group has now. @throws Refusal 'not-found', 'disk-full' */
  copyDocument(from: string, to: string, classId: string): Promise<void>
  /** For good: the class, its documents and sessions. @returns how many safety copies went with it. */
  wipe(classId: string): Promise<number>
  listen(listener: ClassesListener): void
  /** Called once a second. */
  tick(): Promise<void>
  close(): Promise<void>
}

export interface ClassesParts {
  readonly repository: ClassRepository
  readonly rooms: Rooms
  readonly clock: Clock
  readonly log: Log
}

/** All classes of this server. Loads what is stored and resumes it: locks are applied before anybody connects. */
export async function openClasses({ repository, rooms, clock, log }: ClassesParts): Promise<Classes> {
  const actors = new Map<string, ClassActor>()
  const listeners: ClassesListener[] = []

  const createDocument = (groupId: string, classId: string): Promise<void> => rooms.create(groupId, classId, seedUpdate())
  /** What is not there yet can't go on from memory, as everything else does: better to say so than to lose it. */
  async function mustBeSaved(what: string, save: Promise<unknown>): Promise<void> {
    try {
      await save
    } catch (error) {
      if (error instanceof Refusal) throw error
      log.error('class.create-failed', { what, error })
      throw new Refusal('disk-full', `the ${what} could not be written`)
    }
  }

  function adopt(state: ClassState): ClassActor {
    const actor = createClassActor(state, {
      repository, rooms, clock, log,
      createDocument: (groupId, classId) => mustBeSaved('group', createDocument(groupId, classId)),
      changed: (before, after) => listeners.forEach((listener) => listener.changed?.(actor, before, after)),
    })
    actors.set(state.id, actor)
    return actor
  }

  /** Also the open ones: a crash may have come between opening a lock and merging what it held back. */
  async function lockAll({ id, groups }: ClassState): Promise<void> {
    for (const group of groups) {
      await rooms.setLocked(group.id, group.lock.state === 'locked')
        // One document that can't be read must not keep the others from their class.
        .catch((error: unknown) => log.error('class.lock-failed', { classId: id, documentId: group.id, error }))
    }
  }
  for (const stored of await repository.list()) {
    const state = upgradeState(stored)
    adopt(state)
    if (state.endedAt !== null) {
      // What a lock held back came in when the class ended, unless the server broke just then.
      for (const { id, lock } of state.groups) if (lock.state === 'locked') rooms.openWhenLoaded(id)
      continue
    }
    // A crash may have come between saving a group and making its document; making it twice does nothing. On a disk that refuses, nearly all are there.
    for (const group of state.groups) await createDocument(group.id, state.id).catch((error: unknown) => log.error('class.create-failed', { what: 'group', documentId: group.id, error }))
    await lockAll(state)
  }

  const newestFirst = (): ClassActor[] => [...actors.values()].sort((one, other) => other.state().createdAt - one.state().createdAt)
  const findByCode = (code: string): ClassActor | undefined => {
    const named = newestFirst().filter((actor) => actor.state().code === code)
    return named.find((actor) => actor.state().endedAt === null) ?? named[0]
  }
  const isTaken = (code: string, exceptId: string | null): boolean => {
    const holder = findByCode(code)
    return holder !== undefined && holder.id !== exceptId && holder.state().endedAt === null
  }
  function freeCode(): string {
    let code = newJoinCode()
    while (findByCode(code) !== undefined) code = newJoinCode()
    return code
  }

  async function tick(actor: ClassActor): Promise<void> {
    const faded = actor.presence.settle()
    if (faded.length > 0) listeners.forEach((listener) => listener.faded?.(actor, faded))
    // A class whose half is gone, after a wipe that failed, must not keep the others from their checkpoints and copies.
    await actor.tick().catch((error: unknown) => log.error('class.tick-failed', { classId: actor.id, error }))
  }

  return {
    list: newestFirst,
    find: (classId) => actors.get(classId),
    get(classId) {
      const actor = actors.get(classId)
      if (!actor) throw new Refusal('not-found', 'no such class')
      return actor
    },
    findByCode,
    async create({ template, title, trainerName, groups, locale, lastTime = null }) {
      const groupIds = Array.from({ length: groups }, newId)
      const made = newClassState({ id: newId(), code: freeCode(), template, title, trainerName: trainerName.trim(), groupIds, locale, recordId: newId(), lastTime }, clock.now())
      const first = { ...made, version: 1 }
      await mustBeSaved('class', repository.save(first))
      for (const groupId of groupIds) await mustBeSaved('group', createDocument(groupId, first.id))
      log.info('class.created', { classId: first.id, groups })
      return adopt(first)
    },
    async bring(stateOf, code, fill) {
      const first = { ...stateOf(findByCode(code) === undefined ? code : freeCode()), version: 1 }
      const title = { ...first.title, 'zh-CN': `${first.title['zh-CN']}（存档没有打开完）`, en: `${first.title.en} (archive not fully opened)` }
      await mustBeSaved('class', repository.save({ ...first, title, endedAt: clock.now() }))
      try {
        await mustBeSaved('class', fill())
        await mustBeSaved('class', repository.save({ ...first, version: 2 }))
      } catch (error) {
        await repository.wipe(first.id, halfWiped(first, clock.now())).catch((failure: unknown) => log.error('class.wipe-failed', { classId: first.id, error: failure }))
        throw error
      }
      if (first.endedAt === null) for (const { id, lock } of first.groups) await rooms.setLocked(id, lock.state === 'locked')
      return adopt({ ...first, version: 2 })
    },
    reopened: (state) => reopenClass(state, isTaken(state.code, state.id) ? freeCode() : state.code),
    async copyDocument(from, to, classId) {
      const doc = await rooms.read(from)
      if (!doc) throw new Refusal('not-found', 'no such document')
      await mustBeSaved('group', rooms.create(to, classId, Y.encodeStateAsUpdate(doc)))
    },
    async wipe(classId) {
      const actor = actors.get(classId)
      if (!actor) throw new Refusal('not-found', 'no such class')
      await actor.retire()
      actors.delete(classId)
      const documentIds = allGroups(actor.state()).map((group) => group.id)
      listeners.forEach((listener) => listener.wiped?.(classId, documentIds))
      rooms.disconnect({ documentIds }, closeCode.moved)
      rooms.forget(documentIds)
      const left = halfWiped(actor.state(), clock.now())
      try {
        const copies = await repository.wipe(classId, left)
        log.info('class.wiped', { classId })
        return copies
      } catch (error) {
        // It is all there still, or what is left says that it is half gone; either may be asked for again.
        log.error('class.wipe-failed', { classId, error })
        const { version } = (await repository.find(classId).catch(() => actor.state())) ?? left
        const { state } = adopt(version === left.version ? left : { ...actor.state(), version })
        for (const listener of listeners) await listener.returned?.(classId).catch((failure: unknown) => log.error('class.return-failed', { classId, error: failure }))
        await lockAll(state())
        throw new Refusal('disk-full', 'the class could not be wiped')
      }
    },
    listen: (listener) => { listeners.push(listener) },
    async tick() {
      await Promise.all([...actors.values()].map(tick))
    },
    async close() {
      await Promise.all([...actors.values()].map((actor) => actor.retire()))
    },
  }
}
