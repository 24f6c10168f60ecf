import type { BrowserContext } from '@playwright/test'

export interface TakenSeat {
  readonly classId: string
  readonly code: string
  readonly participantId: string
  readonly token: string
  readonly name?: string
}

/** A device whose person has joined before: what its pages keep of that is there when the first of them opens. */
export async function takeSeat(context: BrowserContext, { classId, code, participantId, token, name }: TakenSeat): Promise<void> {
  await context.addInitScript((seat) => {
    // Blank pages have no storage, and who has left meanwhile stays away.
    if (location.protocol === 'http:' && localStorage.getItem('ketu.seats') === null) localStorage.setItem('ketu.seats', JSON.stringify([seat]))
  }, { classId, code, participantId, token, name, at: 0 })
}
