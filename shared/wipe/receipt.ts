import type { Localized } from '../language/locale.ts'

/** What was removed, for the trainer to keep and to show: nothing of the content is in it. */
export interface WipeReceipt {
  /** The names of customers alone, or the whole class. */
  readonly kind: 'names' | 'class'
  readonly title: Localized
  readonly code: string
  /** Of the server's clock. */
  readonly at: number
  readonly groups: number
  /** Customers whose names are gone, removed ones counted too. */
  readonly customers: number
  readonly people: number
  /** Earlier states of the groups' work: removed, or written anew without names. */
  readonly checkpoints: number
  /** What people said one by one: votes, scores, commitments. */
  readonly answers: number
  /** Safety copies that were removed. */
  readonly copies: number
  /** Devices that were connected and have removed their own copies; the others do when they come again. */
  readonly devicesTold: number
}
