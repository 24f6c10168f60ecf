/** What somebody will do next week. Its key in the topic is always `day`: one for each person. */
export interface Commitment {
  readonly text: string
  /** yyyy-mm-dd, or null while no day is chosen. */
  readonly date: string | null
}
export const COMMITMENT_KEY = 'day'
export const COMMITMENT_LENGTH = 200

/** For the trainer: who promised what. For the projector: what the trainer picked. For others: how many have. */
export interface CommitmentResult {
  readonly count: number
  readonly given: readonly { readonly participantId: string; readonly text: string; readonly date: string | null }[]
}
