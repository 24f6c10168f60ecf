import { z } from 'zod'
import { CourseTemplateSchema, TEMPLATE_FORMAT, type CourseTemplate } from './template.ts'

/** A file or stored value that is no course template we can read. The message says why, in words for the trainer's log. */
export class UnreadableTemplate extends Error {
  override readonly name = 'UnreadableTemplate'
}

const Versioned = z.looseObject({ format: z.number().int() })

/**
 * Reads a template of any format that a version of the program has written, and returns it in today's format.
 * A format newer than ours is refused rather than read in part: what we don't know would be lost on saving.
 * @throws UnreadableTemplate
 */
export function upgradeTemplate(value: unknown): CourseTemplate {
  const versioned = Versioned.safeParse(value)
  if (!versioned.success) throw new UnreadableTemplate('Not a course template: it has no whole number "format".')
  const { format } = versioned.data
  if (format < 1 || format > TEMPLATE_FORMAT) {
    throw new UnreadableTemplate(`Course template format ${format} is unknown: this version of the program reads formats 1 to ${TEMPLATE_FORMAT}.`)
  }
  // Format 1 had neither polls nor cases; the schema fills in that there are none.
  const template = CourseTemplateSchema.safeParse({ ...versioned.data, format: TEMPLATE_FORMAT })
  if (!template.success) throw new UnreadableTemplate(`The course template has mistakes:\n${z.prettifyError(template.error)}`)
  return template.data
}
