import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { EditWriter, markerOf, textOf } from './edits.ts'
import { Histogram } from './histogram.ts'
import { eachMarker } from './markers.ts'

const markersIn = (bytes: Uint8Array): string[] => {
  const found: string[] = []
  eachMarker(bytes, 0, bytes.length, (writer, edit) => found.push(markerOf(writer, edit)))
  return found
}

describe('what the benchmark counts', () => {
  it('edits written by hand are what Yjs reads', () => {
    const writers = [new EditWriter(7, 4_000_000_001), new EditWriter(12, 5)]
    const doc = new Y.Doc()
    for (let edit = 0; edit < 150; edit++) for (const writer of writers) Y.applyUpdate(doc, Uint8Array.from(writer.next()))
    for (const writer of [7, 12]) expect(doc.getText(textOf(writer)).toString()).toBe(Array.from({ length: 150 }, (_, edit) => markerOf(writer, edit)).join(''))
    expect(doc.store.pendingStructs).toBeNull()
  })

  it('finds each edit once, in order, also when a server has merged them', () => {
    const writer = new EditWriter(123, 77)
    const updates = Array.from({ length: 20 }, () => Uint8Array.from(writer.next()))
    const expected = updates.map((_, edit) => markerOf(123, edit))
    expect(updates.flatMap(markersIn)).toEqual(expected)
    expect(markersIn(Y.mergeUpdates(updates))).toEqual(expected)
  })

  it('takes nothing for an edit that is cut off or is no number', () => {
    expect(markersIn(new TextEncoder().encode('§1:2§3:x;§:;§4:5;§6:7'))).toEqual(['§4:5;'])
  })

  it('tells the time that 99 of 100 did not exceed', () => {
    const times = new Histogram()
    for (let ms = 1; ms <= 100; ms++) times.add(ms)
    expect(times.quantile(0.5)).toBeCloseTo(50, 0)
    expect(times.quantile(0.99)).toBeCloseTo(99, 0)
    expect(new Histogram().quantile(0.5)).toBeNaN()
  })
})
