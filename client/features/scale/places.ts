import type { Axis } from '../../../shared/scale/model.ts'
import type { Check, CheckField } from '../../../shared/scale/checks.ts'

/** Ids of the fields of a factor, as PanelTarget describes them. */
export const fieldOf = (axis: Axis, factorId: string, cell: string): string => `${axis}/${factorId}/${cell}`
/** The button that adds a factor: where a check leads that misses one. */
export const addField = (axis: Axis): string => `${axis}/add`

export function parseField(field: string): { readonly axis: string; readonly factorId: string; readonly cell: string } | null {
  const [axis, factorId, cell] = field.split('/')
  return axis && factorId && cell ? { axis, factorId, cell } : null
}

/** `interval:2` is the cell i2 of the document, `threshold:1` is t1. */
function cellOf(field: CheckField): string {
  const [kind, place] = field.split(':')
  return kind === 'interval' ? `i${place}` : kind === 'threshold' ? `t${place}` : field
}

/** The field that a check leads to. What concerns the whole scale leads to its first weight, or to adding a factor. */
export function placeOf(axis: Axis, check: Check, factorIds: readonly string[]): string {
  const factorId = check.factorId ?? factorIds[0]
  if (!factorId || (check.id === 'factor-count' && Number(check.params['count']) < Number(check.params['min']))) return addField(axis)
  return fieldOf(axis, factorId, check.field ? cellOf(check.field) : check.factorId ? 'name' : 'weight')
}
