import type { ComparedFactor, ScaleComparison } from '../../../shared/scale/comparison.ts'
import { pagesOf } from './paging.ts'

/** Eight lines at most, the groups' letters among them. */
const SHARED_A_PAGE = 7
/** In two columns. */
const SINGLE_A_PAGE = 12

export type ComparisonPage = { readonly kind: 'shared' | 'single'; readonly factors: readonly ComparedFactor[] }

/** What several groups chose, then what only one has. No page where nobody has written a factor. */
export const comparisonPages = ({ shared, single }: ScaleComparison): readonly ComparisonPage[] => [
  ...(shared.length > 0 ? pagesOf(shared, SHARED_A_PAGE).map((factors) => ({ kind: 'shared' as const, factors })) : []),
  ...(single.length > 0 ? pagesOf(single, SINGLE_A_PAGE).map((factors) => ({ kind: 'single' as const, factors })) : []),
]
