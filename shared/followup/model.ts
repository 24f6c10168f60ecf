import type { Grade } from '../customer/model.ts'
import type { Removal } from '../scale/model.ts'

/** How a group's customers stand some weeks later, out of the workbook that was kept at work. Never changed once brought in. */
export interface Review {
  readonly id: string
  /** When it was brought in. */
  readonly at: number
  readonly customers: readonly ReviewedCustomer[]
  readonly removed: Removal | null
}
/** Plain JSON. */
export interface ReviewedCustomer {
  /** The customer of the class; null for one who came after it. */
  readonly customerId: string | null
  readonly name: string
  readonly effort: number | null
  readonly revenue: number | null
  /** By factor id. */
  readonly grades: readonly (readonly [factorId: string, grade: Grade])[]
}
export interface Reviews {
  /** The latest first. */
  readonly reviews: readonly Review[]
  readonly removed: readonly Review[]
}

export const reviewLimit = { reviews: 24, customers: 200, grades: 40 } as const
