import type { WipeReceipt } from '../../../shared/wipe/receipt.ts'
import { inLanguage, type Locale } from '../../../shared/language/locale.ts'

type Translate = (key: string) => string

/** What the receipt says, line by line. */
export function receiptLines(receipt: WipeReceipt, t: Translate, locale: Locale): readonly (readonly [label: string, value: string])[] {
  const { kind, title, code, at } = receipt
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }).format(at)
  return [
    [t('trainer.receipt.class'), inLanguage(title, locale)], [t('trainer.receipt.code'), code], [t('trainer.receipt.at'), when],
    [t('trainer.receipt.groups'), String(receipt.groups)], [t(`trainer.receipt.customers.${kind}`), String(receipt.customers)], [t(`trainer.receipt.people.${kind}`), String(receipt.people)],
    [t(`trainer.receipt.checkpoints.${kind}`), String(receipt.checkpoints)], [t(`trainer.receipt.answers.${kind}`), String(receipt.answers)],
    [t('trainer.receipt.copies'), String(receipt.copies)], [t('trainer.receipt.devices'), String(receipt.devicesTold)],
  ]
}

export function receiptText(receipt: WipeReceipt, t: Translate, locale: Locale): string {
  const lines = receiptLines(receipt, t, locale).map(([label, value]) => `${label}: ${value}`)
  return [t(`trainer.receipt.heading.${receipt.kind}`), '', ...lines, '', t(`trainer.receipt.later.${receipt.kind}`), ''].join('\n')
}
