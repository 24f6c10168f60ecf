import { z } from 'zod'

/** A text of the course in each language, as it is stored and sent. */
export const LocalizedText = z.object({ 'zh-CN': z.string(), en: z.string(), 'zh-TW': z.string().optional() })
