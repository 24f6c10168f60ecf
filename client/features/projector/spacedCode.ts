/** "482913" → "482 913", as it is read out. */
export const spacedCode = (code: string): string => code.replace(/^(\d{3})(\d{3})$/, '$1 $2')
