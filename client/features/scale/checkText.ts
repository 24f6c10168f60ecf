import type { Check } from '../../../shared/scale/checks.ts'

type Translate = (key: string, params: Record<string, unknown>) => string

/** What a check says, in the language of the face. */
export function checkText(check: Check, t: Translate, unnamed: string): string {
  const { params } = check
  const say = (variant: string, more: Record<string, unknown> = {}): string =>
    t(`scale.check.${check.id}${variant}`, { ...params, name: params['name'] || unnamed, other: params['other'] || unnamed, ...more })
  const [count, min, max] = [Number(params['count']), Number(params['min']), Number(params['max'])]
  if (check.id === 'factor-count') return count < min ? say('-few', { missing: min - count }) : say('-many', { surplus: count - max })
  if (check.id === 'weight-total') {
    const difference = Number(params['difference'])
    return say(difference > 0 ? '-low' : '-high', { difference: Math.abs(difference) })
  }
  return check.id === 'one-side' ? say(`-${params['side']}`) : say('')
}
