import type { z } from 'zod'
import { CourseTemplateSchema, TEMPLATE_FORMAT, type CourseTemplate } from './template.ts'
import { upgradeTemplate } from './upgrade.ts'

/** What is wrong at one place of a file, for a face to say in words. `limit`: the least or the most that is allowed. */
export interface TemplateProblem {
  readonly path: readonly (string | number)[]
  readonly kind: ProblemKind
  readonly limit?: number
}
export const problemKinds = ['not-json', 'not-template', 'newer-format', 'missing', 'wrong-kind', 'not-whole', 'too-long', 'too-many', 'too-few', 'too-small', 'too-large', 'unknown-word', 'wrong-form', 'same-id'] as const
export type ProblemKind = (typeof problemKinds)[number]

export type ReadTemplate = { readonly ok: true; readonly template: CourseTemplate } | { readonly ok: false; readonly problems: readonly TemplateProblem[] }

/** Reads a course from the text of a file. Never throws; what is unknown to us is left out. */
export function readTemplateFile(text: string): ReadTemplate {
  const value = parseJson(text)
  if (value === undefined) return refused({ path: [], kind: 'not-json' })
  if (!isRecord(value)) return refused({ path: [], kind: 'not-template' })
  const { format } = value
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) return refused({ path: [], kind: 'not-template' })
  if (format > TEMPLATE_FORMAT) return refused({ path: ['format'], kind: 'newer-format' })
  const parsed = CourseTemplateSchema.safeParse({ ...value, format: TEMPLATE_FORMAT })
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map((issue) => problemOf(issue, value)) }
  return { ok: true, template: upgradeTemplate(value) }
}

const refused = (problem: TemplateProblem): ReadTemplate => ({ ok: false, problems: [problem] })
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** undefined: it is no JSON. Windows' Notepad puts a mark in front. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return undefined
  }
}

function problemOf(issue: z.core.$ZodIssue, file: unknown): TemplateProblem {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)))
  switch (issue.code) {
    case 'invalid_type': return { path, kind: valueAt(file, path) === undefined ? 'missing' : issue.expected === 'int' ? 'not-whole' : 'wrong-kind' }
    case 'invalid_value': return { path, kind: valueAt(file, path) === undefined ? 'missing' : 'unknown-word' }
    case 'invalid_format': return { path, kind: 'wrong-form' }
    case 'too_big': return { path, limit: Number(issue.maximum), kind: issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-large' }
    case 'too_small': return { path, limit: Number(issue.minimum), kind: issue.origin === 'array' ? 'too-few' : 'too-small' }
    case 'custom': return customProblem(path, issue.message)
    default: return { path, kind: 'wrong-kind' }
  }
}

/** Our own rules say in English what they want; their two kinds are told apart by it. */
function customProblem(path: readonly (string | number)[], message: string): TemplateProblem {
  const [, limit] = /^at most (\d+) characters/.exec(message) ?? []
  if (limit !== undefined) return { path, kind: 'too-long', limit: Number(limit) }
  return { path, kind: message.includes('unique') ? 'same-id' : 'wrong-form' }
}

/** Own keys only: a file may name `__proto__` or `constructor`. */
function valueAt(file: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string | number, unknown>>)[key] : undefined), file)
}
