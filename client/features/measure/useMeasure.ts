import { inject, type InjectionKey, provide } from 'vue'
import { addCustomers, customersOf, moveCustomer, type NewCustomer, removeCustomer, restoreCustomer, setFigure, setGrade } from '../../../shared/customer/document.ts'
import type { Grade } from '../../../shared/customer/model.ts'
import { LocalOrigin } from '../../../shared/groupwork/cells.ts'
import type { GroupWork } from '../../../shared/groupwork/model.ts'
import { setSettings, settingsOf } from '../../../shared/map/document.ts'
import type { MapSettings } from '../../../shared/map/model.ts'
import type { OpenGroup } from '../../collab/openGroupDocument.ts'
import { newRowId } from '../../collab/rowId.ts'
import { provideUndo, type Undo, useUndo } from '../../collab/useUndo.ts'

/** All that this panel writes into the group's document, each a step that can be taken back. */
export interface Measuring {
  readonly undo: Undo
  /** @returns the ids of the new customers. */
  add(customers: readonly Omit<NewCustomer, 'id'>[]): readonly string[]
  remove(customerId: string): void
  restore(customerId: string): void
  move(customerId: string, to: number, list: 'order' | 'gutOrder'): void
  grade(customerId: string, factorId: string, grade: Grade | null): void
  figure(customerId: string, figure: 'effort' | 'revenue', value: number | null): void
  settle(change: Partial<Pick<MapSettings, 'gutDoneAt' | 'effortUnit'>>): void
}

const key: InjectionKey<Measuring> = Symbol('measuring')

export function provideMeasuring(group: OpenGroup, work: () => GroupWork, now: () => number = Date.now): Measuring {
  const { doc, origin } = group
  const undo = useUndo([customersOf(doc), settingsOf(doc)], origin)
  provideUndo(undo)
  // Rows that were added are taken back by removing them softly, not by the document's own undo.
  const aside = new LocalOrigin(group.participantId)
  const { step } = undo
  const measuring: Measuring = {
    undo,
    add(customers) {
      const rows = customers.map((customer) => ({ ...customer, id: newRowId() }))
      if (rows.length === 0) return []
      addCustomers(doc, work().customers, rows, aside)
      undo.note({
        undo: () => rows.forEach(({ id }) => removeCustomer(doc, id, now(), aside)),
        redo: () => rows.forEach(({ id }) => restoreCustomer(doc, id, aside)),
      })
      return rows.map(({ id }) => id)
    },
    remove: (customerId) => step(() => removeCustomer(doc, customerId, now(), origin)),
    restore: (customerId) => step(() => restoreCustomer(doc, customerId, origin)),
    move: (customerId, to, list) => step(() => moveCustomer(doc, work().customers, customerId, to, list, origin)),
    grade: (customerId, factorId, grade) => step(() => setGrade(doc, customerId, factorId, grade, origin)),
    figure: (customerId, figure, value) => step(() => setFigure(doc, customerId, figure, value, origin)),
    settle: (change) => step(() => setSettings(doc, change, origin)),
  }
  provide(key, measuring)
  return measuring
}

export function useMeasuring(): Measuring {
  const measuring = inject(key)
  if (!measuring) throw new Error('measuring is not provided')
  return measuring
}
