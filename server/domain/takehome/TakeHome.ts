import { groupIdentity } from '../../../shared/group/identity.ts'
import { readGroupWork } from '../../../shared/groupwork/document.ts'
import { inLanguage, type Locale } from '../../../shared/language/locale.ts'
import type { GroupFileKind } from '../../../shared/protocol/http.ts'
import { Refusal } from '../../../shared/protocol/reply.ts'
import { truncateCodePoints } from '../../../shared/text/sanitise.ts'
import { classWorkbook } from '../../../shared/workbook/classWorkbook.ts'
import { groupJson } from '../../../shared/workbook/groupJson.ts'
import { groupWorkbook } from '../../../shared/workbook/groupWorkbook.ts'
import { mapPicture } from '../../../shared/workbook/mapPicture.ts'
import { XLSX_TYPE } from '../../../shared/workbook/ooxml/book.ts'
import { zipInSteps, type ZipEntry } from '../../../shared/workbook/ooxml/zip.ts'
import type { GroupBookSource } from '../../../shared/workbook/sheets/sheetPart.ts'
import { fill, groupTitle, wordsOf } from '../../../shared/workbook/words.ts'
import type { Archives } from '../archive/Archives.ts'
import type { ClassActor } from '../class/ClassActor.ts'
import type { StoredGroup } from '../class/ClassState.ts'
import type { Classes } from '../class/Classes.ts'
import { MINUTE_MS } from '../class/newClass.ts'
import { present } from '../class/roster.ts'
import type { Clock } from '../clock.ts'
import { oneByOne } from '../oneByOne.ts'
import type { Rooms } from '../room/Rooms.ts'
import type { Order } from './order.ts'
import { inSlices } from './slices.ts'

export interface TakeHomeFile {
  /** As people read it, with its ending; any language. */
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export interface TakeHome {
  /** @throws Refusal 'not-found' | 'not-allowed' when the group is gone, or is no longer the group of who ordered it; 'too-fast' */
  file(order: Order): Promise<TakeHomeFile>
  close(): void
}

export interface TakeHomeParts {
  readonly classes: Classes
  readonly rooms: Rooms
  readonly archives: Archives
  readonly clock: Clock
  /** What local time is ahead of UTC at an instant, in minutes. */
  readonly zoneMinutes: (at: number) => number
}

/** At the end of the day everybody asks at once: what was made is kept while nobody writes in the document. */
const MAX_KEPT = 40
/** Files of one person that may wait to be made: there are three, and phones ask twice for what they save. */
const MAX_WAITING_EACH = 8

/** Makes the files to take home, one at a time and in slices, so that nobody's letters wait for them. */
export function createTakeHome({ classes, rooms, archives, clock, zoneMinutes }: TakeHomeParts): TakeHome {
  const kept = new Map<string, TakeHomeFile>()
  const edits = new Map<string, number>()
  const stop = rooms.onChange((groupId) => { edits.set(groupId, (edits.get(groupId) ?? 0) + 1) })
  classes.listen({
    wiped(_, documentIds) {
      kept.clear()
      for (const documentId of documentIds) edits.delete(documentId)
    },
  })
  const queue = oneByOne()
  const waiting = new Map<string, number>()

  function leaveLine(person: string): void {
    const left = (waiting.get(person) ?? 1) - 1
    if (left > 0) waiting.set(person, left)
    else waiting.delete(person)
  }

  async function sourceOf(classroom: ClassActor, group: StoredGroup, locale: Locale): Promise<GroupBookSource> {
    const doc = await rooms.read(group.id)
    if (!doc) throw new Refusal('not-found', 'the group has no document')
    const { letter } = groupIdentity(group.index)
    const madeAt = clock.now()
    return {
      work: readGroupWork(doc), classId: classroom.id, classTitle: inLanguage(classroom.state().title, locale), groupId: group.id, letter,
      groupTitle: groupTitle(wordsOf(locale), letter, group.name), locale, madeAt, zoneMinutes: zoneMinutes(madeAt),
    }
  }

  async function groupFile(classroom: ClassActor, group: StoredGroup, kind: GroupFileKind, locale: Locale): Promise<TakeHomeFile> {
    const key = JSON.stringify([kind, group.id, edits.get(group.id) ?? 0, group.name, classroom.state().title, locale])
    const known = kept.get(key)
    if (known) return known
    const source = await sourceOf(classroom, group, locale)
    const name = fill(wordsOf(locale).files[kind], { group: source.groupTitle })
    const file = await makeFile(kind, source, group.index, name)
    kept.set(key, file)
    const oldest = kept.keys().next()
    if (kept.size > MAX_KEPT && !oldest.done) kept.delete(oldest.value)
    return file
  }

  async function makeFile(kind: GroupFileKind, source: GroupBookSource, groupIndex: number, name: string): Promise<TakeHomeFile> {
    switch (kind) {
      case 'workbook': return { name: fileName(name, 'xlsx'), type: XLSX_TYPE, bytes: await inSlices(groupWorkbook(source), clock.monotonic) }
      case 'json': return { name: fileName(name, 'json'), type: 'application/json; charset=utf-8', bytes: utf8(JSON.stringify(groupJson(source), null, 1)) }
      case 'map': {
        const picture = mapPicture({ work: source.work, groupIndex, title: name, locale: source.locale, width: 1200, height: 900 })
        return { name: fileName(name, 'svg'), type: 'image/svg+xml', bytes: utf8(picture) }
      }
    }
  }

  async function classFile(classroom: ClassActor, locale: Locale): Promise<TakeHomeFile> {
    const state = classroom.state()
    const words = wordsOf(locale)
    const madeAt = clock.now()
    const classTitle = inLanguage(state.title, locale)
    const files: TakeHomeFile[] = []
    const groups = []
    for (const group of state.groups) {
      const source = await sourceOf(classroom, group, locale)
      const members = present(state).filter((person) => person.groupId === group.id).length
      groups.push({ index: group.index, title: source.groupTitle, members, work: source.work })
      for (const kind of ['workbook', 'map', 'json'] as const) files.push(await groupFile(classroom, group, kind, locale))
    }
    const summary = await inSlices(classWorkbook({ classTitle, locale, madeAt, zoneMinutes: zoneMinutes(madeAt), groups }), clock.monotonic)
    const entries: ZipEntry[] = [{ name: fileName(words.files.summary, 'xlsx'), bytes: summary }, ...files].map(({ name, bytes }) => ({ path: name, chunks: [bytes], stored: name.endsWith('.xlsx') }))
    return { name: fileName(fill(words.files.class, { class: classTitle }), 'zip'), type: 'application/zip', bytes: await inSlices(zipInSteps(entries, madeAt), clock.monotonic) }
  }

  async function archiveFile(classroom: ClassActor, locale: Locale): Promise<TakeHomeFile> {
    const madeAt = clock.now()
    const day = new Date(madeAt + zoneMinutes(madeAt) * MINUTE_MS).toISOString().slice(0, 10)
    // No zip to the eye: some browsers unpack those by themselves.
    return { name: fileName(`${inLanguage(classroom.state().title, locale)} ${day}`, 'ketu'), type: 'application/octet-stream', bytes: await archives.make(classroom.id) }
  }

  async function make(order: Order): Promise<TakeHomeFile> {
    const classroom = classes.get(order.classId)
    if (order.kind === 'class') return classFile(classroom, order.locale)
    if (order.kind === 'archive') return archiveFile(classroom, order.locale)
    const { groupId, participantId } = order
    const state = classroom.state()
    const group = state.groups.find(({ id }) => id === groupId)
    if (!group) throw new Refusal('not-found', 'no such group')
    const stillIn = participantId === null || present(state).some((person) => person.id === participantId && person.groupId === groupId)
    if (!stillIn) throw new Refusal('not-allowed', 'only of the own group')
    return groupFile(classroom, group, order.kind, order.locale)
  }

  return {
    async file(order) {
      const person = 'participantId' in order ? order.participantId : null
      const theirs = person === null ? 0 : waiting.get(person) ?? 0
      if (theirs >= MAX_WAITING_EACH) throw new Refusal('too-fast', 'too many files at once')
      if (person !== null) waiting.set(person, theirs + 1)
      try {
        return await queue(() => make(order))
      } finally {
        if (person !== null) leaveLine(person)
      }
    },
    close: stop,
  }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A name that every system can store: no character that Windows refuses, no more than fits. */
function fileName(name: string, ending: string): string {
  const plain = truncateCodePoints(name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').replace(/\s+/gu, ' ').trim(), 80)
  return `${plain.replace(/^\.+|[. ]+$/gu, '') || 'ketu'}.${ending}`
}
