import type { Customer } from '../customer/model.ts'
import { customerMask } from '../group/identity.ts'
import type { GroupWork } from '../groupwork/model.ts'
import { isBlank } from '../text/sanitise.ts'

/** As the map calls it where the group has not named it yet. */
export const nameOf = (customer: Customer, { work, letter }: { readonly work: Pick<GroupWork, 'customers'>; readonly letter: string }): string =>
  isBlank(customer.name) ? customerMask(letter, work.customers.indexOf(customer)) : customer.name
