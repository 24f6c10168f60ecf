/** What Intl writes in front of a figure below zero is a hyphen; people read a minus sign. */
export const withMinus = (figure: string): string => figure.replace('-', '−')

/** A figure as people read it, in their language. */
export const figureText = (value: number, locale: string, options: Intl.NumberFormatOptions = {}): string =>
  withMinus(new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options }).format(value))

/** A difference: "+3", "−2", and "0" without a sign. */
export const signedText = (value: number, locale: string, options: Intl.NumberFormatOptions = {}): string =>
  figureText(value, locale, { ...options, signDisplay: 'exceptZero' })

/** How far two orders agree, −1 to 1, always with two places. */
export const agreementText = (rho: number, locale: string): string => figureText(rho, locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
