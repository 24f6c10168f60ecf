import type { DocumentPart } from '../groupwork/part.ts'
import { readReviews } from './document.ts'
import type { Review, Reviews } from './model.ts'

const masked = (review: Review): Review => ({ ...review, customers: review.customers.map((customer) => ({ ...customer, name: '' })) })

/** The reviews in a group's document; no item of the day is about them. */
export const followupPart: DocumentPart<Reviews, { readonly count: number }> = {
  rowRoots: ['reviews'], cellRoots: [], textRoots: [],
  read: readReviews,
  mask: ({ reviews, removed }) => ({ reviews: reviews.map(masked), removed: removed.map(masked) }),
  rows: ({ reviews }) => reviews.map(({ id, at }) => ({ id, name: new Date(at).toISOString().slice(0, 10) })),
  summarise: ({ reviews }) => ({ count: reviews.length }),
  activities: [],
  progress: () => ({ share: 0, checks: [], facts: [] }),
}
