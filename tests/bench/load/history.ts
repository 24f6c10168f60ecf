import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import type { History } from './contract.ts'
import { DocumentClient } from './DocumentClient.ts'

const WRITERS = 6
const TEXTS = 30
const BURST = 12
const STEP_MS = 20
const words = '客户关系潜力评分访问采购经理技术部门报价'

/** A small generator of numbers (mulberry32), so that every server gets the same history. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One edit as people make them: mostly going on where they were, sometimes elsewhere, and now and then taking back. */
function edit(doc: Y.Doc, random: () => number, cursor: { text: number; at: number }): void {
  if (random() < 0.1) {
    cursor.text = Math.floor(random() * TEXTS)
    cursor.at = Math.floor(random() * (doc.getText(`history-${cursor.text}`).length + 1))
  }
  const text = doc.getText(`history-${cursor.text}`)
  const at = Math.min(cursor.at, text.length)
  const count = 1 + Math.floor(random() * 3)
  if (at >= count && random() < 0.12) {
    text.delete(at - count, count)
    cursor.at = at - count
  } else {
    const from = Math.floor(random() * (words.length - count))
    text.insert(at, words.slice(from, from + count))
    cursor.at = at + count
  }
}

/** Calls `wrote` with the update of each of so many edits, by several writers in turns. */
function* editsOf(doc: Y.Doc, count: number): Generator<Uint8Array> {
  const random = randomFrom(1)
  const cursors = Array.from({ length: WRITERS }, (_, writer) => ({ text: writer, at: 0 }))
  let update: Uint8Array | null = null
  doc.on('update', (change: Uint8Array) => (update = change))
  for (let made = 0; made < count; made++) {
    const writer = Math.floor(made / BURST) % WRITERS
    // One document stands for all writers: only the id under which it writes changes.
    doc.clientID = 1_000 + writer
    const cursor = cursors[writer]
    if (cursor) edit(doc, random, cursor)
    if (update) yield update
  }
}

/** How much of each writer a document has: equal when nothing is missing. */
const stateOf = (doc: Y.Doc): string => JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].filter(([client]) => client >= 1_000 && client < 1_000 + WRITERS).sort(([one], [other]) => one - other))

let written = ''

/** Writes the history at a steady pace; resolves when another client of the document has all of it. */
export async function writeHistory(history: History): Promise<{ readonly bytes: number }> {
  const reader = new DocumentClient(history)
  const line = new DocumentClient(history)
  await Promise.all([reader, line].map((one) => one.until(() => one.isSynced)))
  const source = new Y.Doc()
  const startedAt = performance.now()
  let sent = 0
  for (const update of editsOf(source, history.edits)) {
    line.send(update)
    sent++
    while (sent > ((performance.now() - startedAt) / 1_000) * history.perSecond) await wait(STEP_MS)
  }
  written = stateOf(source)
  await reader.until(() => stateOf(reader.doc) === written)
  const bytes = Y.encodeStateAsUpdate(source).byteLength
  for (const one of [reader, line]) one.cut()
  return { bytes }
}

/** How long a fresh client waits for all of it. */
export async function readHistory(history: History): Promise<{ readonly ms: number }> {
  const startedAt = performance.now()
  const client = new DocumentClient(history)
  const arrivedAt = await client.until(() => client.isSynced && stateOf(client.doc) === written)
  client.cut()
  return { ms: arrivedAt - startedAt }
}
