import { newToken } from '../access/tokens.ts'
import type { Clock } from '../clock.ts'
import type { Order } from './order.ts'

/**
 * A download is a plain GET, which carries no header and whose address stays in a browser's history: so it is asked for
 * first, by who may, and gets an address of its own for a few minutes. Not single-use: phones ask twice for what they save.
 */
export interface Tickets {
  give(order: Order): { readonly ticket: string; readonly expiresAt: number }
  /** Undefined when it is unknown or too old. */
  find(ticket: string): Order | undefined
}

const TICKET_MS = 5 * 60_000
const MAX_TICKETS = 2_000

export function createTickets(clock: Clock): Tickets {
  const given = new Map<string, { readonly order: Order; readonly expiresAt: number }>()
  const isOver = (expiresAt: number): boolean => expiresAt <= clock.now()
  function makeRoom(): void {
    for (const [ticket, { expiresAt }] of given) if (isOver(expiresAt)) given.delete(ticket)
    const oldest = given.keys().next()
    if (given.size >= MAX_TICKETS && !oldest.done) given.delete(oldest.value)
  }
  return {
    give(order) {
      makeRoom()
      const ticket = newToken()
      const expiresAt = clock.now() + TICKET_MS
      given.set(ticket, { order, expiresAt })
      return { ticket, expiresAt }
    },
    find(ticket) {
      const found = given.get(ticket)
      return found && !isOver(found.expiresAt) ? found.order : undefined
    },
  }
}
