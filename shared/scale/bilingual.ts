import type { Localized } from '../language/locale.ts'

/** A text of the built-in material, which is written in all languages of the product. */
export const bilingual = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en })
