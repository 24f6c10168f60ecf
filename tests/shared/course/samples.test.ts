import { describe, expect, it } from 'vitest'
import type { SampleCustomer } from '../../../shared/course/sampleCustomers.ts'
import { sampleGroups } from '../../../shared/course/samples.ts'
import { locales } from '../../../shared/language/locale.ts'
import { factorLibrary } from '../../../shared/scale/library.ts'
import { axes, factorCount } from '../../../shared/scale/model.ts'

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0)
const cases = sampleGroups.map((group) => [group.name.en, group] as const)

/** Effort share divided by potential share: 1 is in balance. */
function balance(customer: SampleCustomer, all: readonly SampleCustomer[]): number {
  return (customer.effort / sum(all.map(({ effort }) => effort))) / (customer.potential / sum(all.map(({ potential }) => potential)))
}

describe('the sample class', () => {
  it('has six groups, and no person, group or company twice', () => {
    expect(sampleGroups).toHaveLength(6)
    for (const locale of locales) {
      const names = sampleGroups.flatMap((group) => [group.name, ...group.members, ...group.customers.map(({ name }) => name)].map((name) => name[locale] ?? ''))
      expect(names.every((name) => name.trim() === name && name !== '')).toBe(true)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it.each(cases)('%s has four or five members with names that anyone may join with', (_name, group) => {
    expect([4, 5]).toContain(group.members.length)
    for (const name of [group.name, ...group.members]) for (const locale of locales) expect([...name[locale] ?? ''].length).toBeLessThanOrEqual(20)
  })

  it.each(cases)('%s weighs enough library factors of each axis, 100 in all', (_name, group) => {
    for (const axis of axes) {
      const factors = group.scales[axis]
      expect(factors.length).toBeGreaterThanOrEqual(factorCount[axis].min)
      expect(factors.length).toBeLessThanOrEqual(factorCount[axis].max)
      expect(new Set(factors.map(({ libraryId }) => libraryId)).size).toBe(factors.length)
      for (const { libraryId, weight } of factors) {
        expect(factorLibrary.find(({ id }) => id === libraryId)?.axis, libraryId).toBe(axis)
        expect(Number.isInteger(weight)).toBe(true)
        expect(weight).toBeGreaterThan(0)
      }
      expect(sum(factors.map(({ weight }) => weight))).toBe(100)
    }
  })

  it.each(cases)('%s has eight customers, each with a place on the map and in the gut order', (_name, group) => {
    expect(group.customers.map(({ gutRank }) => gutRank).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    for (const { potential, relationship, effort, revenue } of group.customers) {
      for (const share of [potential, relationship]) {
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
      }
      for (const figure of [effort, revenue]) {
        expect(Number.isInteger(figure)).toBe(true)
        expect(figure).toBeGreaterThanOrEqual(0)
      }
    }
  })

  it('shows what the course is about: friendly small customers over-served, big ones neglected', () => {
    const neglects = sampleGroups.filter(({ customers }) => customers.some((customer) => customer.potential >= 0.5 && balance(customer, customers) < 0.5))
    const overServes = sampleGroups.filter(({ customers }) => customers.some((customer) => customer.potential < 0.5 && customer.relationship >= 0.5 && balance(customer, customers) > 1.5))
    expect(neglects).toHaveLength(6)
    expect(overServes.map(({ name }) => name.en)).toEqual(['Voyagers', 'Falcons', 'Bedrock', 'Morning Star'])
  })

  it('has one indulgent group whose customers are all good, and customers in every quadrant of the class map', () => {
    const indulgent = sampleGroups.filter(({ customers }) => customers.every(({ potential, relationship }) => potential > 0.6 && relationship > 0.6))
    expect(indulgent.map(({ name }) => name.en)).toEqual(['Wavebreakers'])
    const corners = sampleGroups.flatMap(({ customers }) => customers.map(({ potential, relationship }) => `${potential >= 0.5} ${relationship >= 0.5}`))
    expect(new Set(corners).size).toBe(4)
  })
})
