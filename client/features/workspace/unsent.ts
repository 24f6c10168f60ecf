import { readStored, writeStored } from '../../api/storage.ts'

const KEY = 'ketu.unsent'
type Counts = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Counts => typeof value === 'object' && value !== null

function counts(): Counts {
  const stored = readStored('local', KEY)
  return isRecord(stored) ? stored : {}
}
const without = (all: Counts, name: string): Counts => Object.fromEntries(Object.entries(all).filter(([key]) => key !== name))

export const unsentPlace = (participantId: string, groupId: string): string => `${participantId}/${groupId}`
export function splitPlace(place: string): [participantId: string, groupId: string] {
  const [participantId = '', groupId = ''] = place.split('/')
  return [participantId, groupId]
}

/**
 * Changes of this device to each group of a class that were not on the trainer's disk when it was last open. Neither a reload nor
 * a move to another group must forget them: the copy of the work stays on the device for as long as it holds what nobody else has.
 */
export function unsentIn(classId: string): Readonly<Record<string, number>> {
  const ofClass = counts()[classId]
  return Object.fromEntries(Object.entries(isRecord(ofClass) ? ofClass : {}).flatMap(([place, count]) => (typeof count === 'number' && count > 0 ? [[place, count]] : [])))
}

export function noteUnsent(classId: string, ofPlaces: Readonly<Record<string, number>>): void {
  const [others, ofClass] = [without(counts(), classId), Object.entries(ofPlaces).filter(([, count]) => count > 0)]
  const all = ofClass.length === 0 ? others : { ...others, [classId]: Object.fromEntries(ofClass) }
  writeStored('local', KEY, Object.keys(all).length === 0 ? undefined : all)
}
