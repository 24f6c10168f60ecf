import type { EffortUnit } from '../customer/model.ts'

type Translate = (key: string, named: Record<string, unknown>) => string

/** "5 visits" in the group's unit. */
export const amountText = (t: Translate, unit: EffortUnit, amount: number, locale: string): string =>
  t(`map.amount.${unit}.${amount === 1 ? 'one' : 'many'}`, { amount: new Intl.NumberFormat(locale).format(amount) })
