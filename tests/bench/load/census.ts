import { setTimeout as wait } from 'node:timers/promises'
import type { Census, Crowd } from './contract.ts'
import { DocumentClient } from './DocumentClient.ts'
import { textOf } from './edits.ts'
import { eachMarker } from './markers.ts'

/** What was known of one writer's edits when the server was killed. */
export interface Written {
  readonly writer: number
  readonly document: string
  /** Edits that some peer had, from the first. */
  readonly seen: number
  /** Edits called saved, from the first. */
  readonly saved: number
  ageMs(edit: number): number
}

/** A server may send what it has in more than one message, after it has said that it is done. */
const SETTLE_MS = 2_000

/** Opens every document with a client that knows nothing, and counts what is not there any more. */
export async function takeCensus({ port, dialect, seats }: Pick<Crowd, 'port' | 'dialect' | 'seats'>, writers: readonly Written[]): Promise<Census> {
  const clients = new Map<string, DocumentClient>()
  for (const seat of seats) if (!clients.has(seat.document)) clients.set(seat.document, new DocumentClient({ port, dialect, seat }))
  await Promise.all([...clients.values()].map((client) => client.until(() => client.isSynced)))
  await wait(SETTLE_MS)
  const census = { seen: 0, lost: 0, brokenPromises: 0, oldestMs: 0 }
  for (const { writer, document, seen, saved, ageMs } of writers) {
    const found = new Set<number>()
    const text = new TextEncoder().encode(clients.get(document)?.doc.getText(textOf(writer)).toString() ?? '')
    eachMarker(text, 0, text.length, (_writer, edit) => found.add(edit))
    census.seen += seen
    for (let edit = 0; edit < Math.max(seen, saved); edit++) {
      if (found.has(edit)) continue
      if (edit < seen) census.lost++
      if (edit < saved) census.brokenPromises++
      census.oldestMs = Math.max(census.oldestMs, ageMs(edit))
    }
  }
  for (const client of clients.values()) client.cut()
  return census
}
