import { describe, expect, it } from 'vitest'
import { drawOne, firstRound, putBack, type DrawRound } from '../../../shared/draw/draw.ts'

const first = (): number => 0
const people = ['ann', 'ben', 'cui']

function drawMany(count: number, eligible: readonly string[], place: (count: number) => number): { readonly ids: string[]; readonly round: DrawRound } {
  let round = firstRound
  const ids: string[] = []
  for (let done = 0; done < count; done++) {
    const drawn = drawOne(round, eligible, place)
    if (!drawn) throw new Error('nobody was drawn')
    round = drawn.round
    ids.push(drawn.pickedId)
  }
  return { ids, round }
}

describe('drawing by chance', () => {
  it('D1: nobody is drawn twice before all were drawn', () => {
    const { ids } = drawMany(3, people, (count) => count - 1)
    expect(ids.toSorted()).toEqual(people)
  })
  it('D2: when all were drawn a new round begins, and not with the one who ended the last', () => {
    const { ids, round } = drawMany(4, people, first)
    expect(round).toMatchObject({ number: 2 })
    expect(ids[3]).not.toBe(ids[2])
    // Whatever chance says: the last of the round before is not among those it chooses from.
    expect(new Set([0, 1].map((place) => drawOne({ number: 1, drawn: people }, people, () => place)?.pickedId))).toEqual(new Set(['ann', 'ben']))
  })
  it('D3: somebody who comes later is drawn in the round under way', () => {
    const { round } = drawMany(3, people, first)
    expect(drawOne(round, [...people, 'dan'], first)).toEqual({ round: { number: 1, drawn: [...people, 'dan'] }, pickedId: 'dan' })
  })
  it('D4: who was put back can be drawn again in the round', () => {
    const { round } = drawMany(2, people, first)
    expect(drawOne(putBack(round, 'ann'), people, first)?.pickedId).toBe('ann')
  })
  it('D5: one person alone is drawn again and again; nobody is never drawn', () => {
    expect(drawMany(3, ['ann'], first).ids).toEqual(['ann', 'ann', 'ann'])
    expect(drawOne(firstRound, [], first)).toBeNull()
  })
})
