import { effectScope } from 'vue'
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { useUndo } from '../../../client/collab/useUndo.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'

function open() {
  const doc = new Y.Doc()
  const colleague = new Y.Doc()
  const exchange = (): void => {
    Y.applyUpdate(colleague, Y.encodeStateAsUpdate(doc), 'line')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(colleague), 'line')
  }
  const origin = new LocalOrigin('me')
  const map = doc.getMap('scale')
  const scope = effectScope()
  const undo = scope.run(() => useUndo([map as Y.Map<unknown>], origin))
  if (!undo) throw new Error('the scope ended')
  const set = (key: string, value: unknown): void => void doc.transact(() => map.set(key, value), origin)
  return { doc, colleague, exchange, map, undo, set, scope }
}

describe('undo', () => {
  it('P1.14: takes back one\'s own steps and nobody else\'s', () => {
    const { colleague, exchange, map, undo, set } = open()
    set('mine', 1)
    exchange()
    colleague.getMap('scale').set('theirs', 2)
    exchange()
    undo.undo()
    expect(map.toJSON()).toEqual({ theirs: 2 })
    expect(undo.canUndo.value).toBe(false)
    undo.redo()
    expect(map.toJSON()).toEqual({ mine: 1, theirs: 2 })
  })

  it('P1.14: a field that is left ends the step', () => {
    const { map, undo, set } = open()
    set('a', 1)
    undo.boundary()
    set('b', 2)
    undo.undo()
    expect(map.toJSON()).toEqual({ a: 1 })
  })

  it('steps with a way of their own stand in one row with the others', () => {
    const { map, undo, set } = open()
    const done: string[] = []
    set('a', 1)
    undo.note({ undo: () => void done.push('undo add'), redo: () => void done.push('redo add') })
    set('b', 2)
    undo.undo()
    undo.undo()
    expect(done).toEqual(['undo add'])
    expect(map.toJSON()).toEqual({ a: 1 })
    undo.redo()
    expect(done).toEqual(['undo add', 'redo add'])
    undo.redo()
    expect(map.toJSON()).toEqual({ a: 1, b: 2 })
    undo.undo()
    undo.undo()
    undo.undo()
    expect(map.toJSON()).toEqual({})
    expect(undo.canUndo.value).toBe(false)
  })

  it('a new change ends what could be redone', () => {
    const { undo, set } = open()
    set('a', 1)
    undo.undo()
    expect(undo.canRedo.value).toBe(true)
    set('b', 1)
    expect(undo.canRedo.value).toBe(false)
  })
})
