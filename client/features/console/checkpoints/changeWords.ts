import type { WorkChange } from '../../../../shared/checkpoint/model.ts'

type Translate = (key: string, named: Record<string, unknown>, plural?: number) => string

/** "潜力量表：移除 2 个因素（年采购额、付款能力）": one line of what changed since a checkpoint. */
export function changeWords(t: Translate, { kind, axis, count, names }: WorkChange): string {
  const change = t(`console.checkpoints.change.${kind}`, { n: count, scale: axis ? t(`console.tab.${axis}`, {}) : '' }, count)
  if (names.length === 0) return change
  const said = names.map((name) => name.trim() || t('console.customers.unnamed', {})).join(t('console.listSeparator', {}))
  return t(count > names.length ? 'console.checkpoints.aboutMore' : 'console.checkpoints.about', { change, names: said })
}
