import { describe, expect, it } from 'vitest'
import type { Locale } from '../../../shared/language/locale.ts'
import { compareScales, type GroupScale, LIT_SPREAD } from '../../../shared/scale/comparison.ts'
import { factorLibrary } from '../../../shared/scale/library.ts'

type Written = readonly [name: string, weight: number | null, libraryId?: string]
const scale = (groupId: string, ...factors: readonly Written[]): GroupScale => ({ groupId, factors: factors.map(([name, weight, libraryId], place) => ({ id: `${groupId}${place}`, name, weight, libraryId: libraryId ?? null })) })
const compare = (...scales: readonly GroupScale[]) => compareScales('potential', scales, 'zh-CN')
const [borrowed, another] = factorLibrary

describe('scales side by side', () => {
  it('what most groups chose comes first, then what weighs most; each with the groups that chose it and their weights', () => {
    const { shared, single, groups } = compare(scale('a', ['车队规模', 30], ['投标次数', 20]), scale('b', ['投标次数', 25], ['员工人数', 10]), scale('c', ['投标次数', 20], ['车队规模', 40]), scale('d'))
    expect(shared.map(({ name, weights }) => [name, weights.map(({ groupId, weight }) => `${groupId}${weight}`).join(' ')])).toEqual([['投标次数', 'a20 b25 c20'], ['车队规模', 'a30 c40']])
    expect(single).toMatchObject([{ name: '员工人数', weights: [{ groupId: 'b', weight: 10 }] }])
    expect(groups).toEqual([{ groupId: 'a', factors: 2 }, { groupId: 'b', factors: 2 }, { groupId: 'c', factors: 2 }, { groupId: 'd', factors: 0 }])
  })

  it('the same words are the same factor, whatever their width, case, blanks, punctuation and script; it is called as most write it', () => {
    expect(compare(scale('a', ['ＢＩＤ rate', 1]), scale('b', ['bid-rate', 2]), scale('c', ['Bid　Rate', 3]), scale('d', ['bid-rate', 4])).shared).toMatchObject([{ name: 'bid-rate', weights: [{}, {}, {}, {}] }])
    expect(compare(scale('a', ['採購批次', 1]), scale('b', ['采购 批次', 2])).shared).toHaveLength(1)
    expect(compare(scale('a', ['车队规模', 1]), scale('b', ['车队年龄', 2])).shared).toEqual([])
    expect(compare(scale('a', ['!!', 1]), scale('b', ['??', 1])).single).toHaveLength(2)
  })

  it('a borrowed factor is known by where it came from: in another language, a little reworded, or written by hand as the library calls it', () => {
    if (!borrowed || !another) throw new Error('the library is empty')
    const { shared, single } = compare(
      scale('a', [borrowed.name['zh-CN'], 20, borrowed.id]), scale('b', [borrowed.name.en, 20, borrowed.id]), scale('c', [`${borrowed.name['zh-CN']}额`, 20, borrowed.id]), scale('d', [borrowed.name['zh-CN'], 20]),
    )
    expect([shared.map(({ weights }) => weights.length), single]).toEqual([[4], []])
  })
  it('of a borrowed factor that as many groups have in one language as in another, the projector reads its own', () => {
    if (!borrowed) throw new Error('the library is empty')
    const [chinese, english] = [borrowed.name['zh-CN'], borrowed.name.en]
    const nameIn = (locale: Locale, ...names: readonly string[]) => compareScales('potential', names.map((name, place) => scale(`g${place}`, [name, 20, borrowed.id])), locale).shared[0]?.name
    expect([nameIn('zh-CN', english, chinese), nameIn('en', chinese, english), nameIn('zh-TW', english, chinese)]).toEqual([chinese, english, chinese])
    expect(nameIn('zh-CN', english, english, chinese)).toBe(english)
  })
  it('a borrowed factor that was renamed to something else is something else', () => {
    if (!borrowed || !another) throw new Error('the library is empty')
    expect(compare(scale('a', ['车队规模', 20, borrowed.id]), scale('b', [borrowed.name['zh-CN'], 20, borrowed.id])).shared).toEqual([])
    expect(compare(scale('a', [another.name['zh-CN'], 20, borrowed.id]), scale('b', [another.name['zh-CN'], 20, another.id])).shared).toHaveLength(1)
  })

  it(`is lit from ${LIT_SPREAD} points between the highest and the lowest weight on; who has not weighed it does not count`, () => {
    const spread = (...weights: readonly (number | null)[]) => compare(...weights.map((weight, place) => scale(`g${place}`, ['车队规模', weight]))).shared[0]
    expect(spread(10, 10 + LIT_SPREAD)).toMatchObject({ lowest: 10, highest: 10 + LIT_SPREAD, isLit: true })
    expect(spread(10, 9 + LIT_SPREAD)).toMatchObject({ isLit: false })
    expect(spread(null, 40)).toMatchObject({ lowest: 40, highest: 40, isLit: false })
    expect(spread(null, null)).toMatchObject({ lowest: null, highest: null, isLit: false })
  })

  it('a group that has a factor twice is one group, with both weights together', () => {
    expect(compare(scale('a', ['车队规模', 20], ['车队规模 ', 15]), scale('b', ['车队规模', null])).shared).toMatchObject([{ weights: [{ groupId: 'a', weight: 35 }, { groupId: 'b', weight: null }] }])
  })

  it('a factor without a name is not compared', () => {
    expect(compare(scale('a', [' \u200B', 20]), scale('b', ['', 20]))).toMatchObject({ shared: [], single: [], groups: [{ factors: 0 }, { factors: 0 }] })
  })
})
