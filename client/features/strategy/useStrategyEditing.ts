import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import {
  addAction, addIndicator, addStrategy, moveAction, moveIndicator, removeAction, removeIndicator, removeStrategy, restoreAction, restoreIndicator, restoreStrategy, setActionDay, setIndicatorDay, setStrategyCell,
  strategyRoots, strategyText, type StrategyCell,
} from '../../../shared/strategy/document.ts'
import { sameSubject, type Strategy, strategyRowLimit, type StrategySubject, strategyTextLimit } from '../../../shared/strategy/model.ts'
import { truncateCodePoints } from '../../../shared/text/sanitise.ts'
import type { PanelProps } from '../../collab/panel.ts'
import { newRowId } from '../../collab/rowId.ts'
import { useRowEditing } from '../../collab/useRowEditing.ts'
import type { Undo } from '../../collab/useUndo.ts'
import { useToasts } from '../../ui/toasts.ts'

export type LineKind = 'action' | 'indicator'

/** What the members do to strategies and their lines as wholes; the text fields write by themselves. */
export interface StrategyEditing {
  readonly undo: Undo
  readonly full: ComputedRef<boolean>
  /** Opens the strategy that is there for the subject, or begins one. @returns its id, or null when there is no room. */
  begin(subject: StrategySubject): string | null
  remove(strategy: Strategy, name: string): void
  restore(strategy: Strategy): void
  set(strategy: Strategy, cell: StrategyCell): void
  /** Writes lines behind what the analysis says already. */
  noteDown(strategy: Strategy, lines: readonly string[]): void
  /** @returns the new line's id. */
  addLine(strategy: Strategy, kind: LineKind): string
  moveLine(strategy: Strategy, kind: LineKind, id: string, to: number): void
  removeLine(kind: LineKind, id: string): void
  setDay(kind: LineKind, id: string, day: string | null): void
}

const lineWrites = {
  action: { add: addAction, move: moveAction, remove: removeAction, restore: restoreAction, day: setActionDay },
  indicator: { add: addIndicator, move: moveIndicator, remove: removeIndicator, restore: restoreIndicator, day: setIndicatorDay },
} as const

export function useStrategyEditing(props: Readonly<PanelProps>): StrategyEditing {
  const { t } = useI18n()
  const toasts = useToasts()
  const { doc, origin } = props.group
  const { undo, untracked, step, done } = useRowEditing(props.group, strategyRoots(doc))
  const all = computed(() => props.work.parts.strategies)
  const full = computed(() => all.value.strategies.length + all.value.removed.length >= strategyRowLimit.strategies)

  return {
    undo, full,
    begin(subject) {
      const there = all.value.strategies.find((strategy) => sameSubject(strategy.subject, subject))
      if (there || props.locked) return there?.id ?? null
      if (full.value) {
        toasts.show({ kind: 'problem', text: t('strategy.full', { max: strategyRowLimit.strategies }) })
        return null
      }
      const id = newRowId()
      addStrategy(doc, all.value.strategies, { id, subject }, untracked)
      undo.note({ undo: () => removeStrategy(doc, id, Date.now(), untracked), redo: () => restoreStrategy(doc, id, untracked) })
      return id
    },
    remove(strategy, name) {
      step(() => removeStrategy(doc, strategy.id, Date.now(), origin))
      done(t('strategy.removed.toast', { name }), () => restoreStrategy(doc, strategy.id, origin))
    },
    restore: (strategy) => step(() => restoreStrategy(doc, strategy.id, origin)),
    set: (strategy, cell) => step(() => setStrategyCell(doc, strategy.id, cell, origin)),
    noteDown(strategy, lines) {
      const text = strategyText(doc, strategy.id, 'analysis')
      if (!text) return
      const before = text.toString()
      const added = truncateCodePoints(`${before.trim() === '' ? '' : '\n'}${lines.join('\n')}`, Math.max(0, strategyTextLimit.analysis - Array.from(before).length))
      step(() => doc.transact(() => text.insert(text.length, added), origin))
    },
    addLine(strategy, kind) {
      const id = newRowId()
      const { add, remove, restore } = lineWrites[kind]
      add(doc, strategy, id, untracked)
      undo.note({ undo: () => remove(doc, id, Date.now(), untracked), redo: () => restore(doc, id, untracked) })
      return id
    },
    moveLine: (strategy, kind, id, to) => step(() => lineWrites[kind].move(doc, strategy, id, to, origin)),
    removeLine(kind, id) {
      step(() => lineWrites[kind].remove(doc, id, Date.now(), origin))
      done(t(`strategy.line.${kind}Removed`), () => lineWrites[kind].restore(doc, id, origin))
    },
    setDay: (kind, id, day) => step(() => lineWrites[kind].day(doc, id, day, origin)),
  }
}
