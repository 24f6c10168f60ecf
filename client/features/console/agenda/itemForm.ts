import { type Component, inject, type InjectionKey, provide } from 'vue'

/** The form of one item (props: item, earlier, disabled; emits: change). It belongs to the courses and is passed in by the app. */
const key: InjectionKey<Component> = Symbol('itemForm')
export const provideItemForm = (form: Component): void => provide(key, form)

export function useItemForm(): Component {
  const form = inject(key)
  if (!form) throw new Error('the form of an item is not provided')
  return form
}
