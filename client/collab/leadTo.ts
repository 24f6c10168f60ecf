import { nextTick } from 'vue'

const TRIES = 20

/**
 * Puts the cursor into the field with this id, in view. The field may be about to appear (a page that opens, a chunk that
 * loads): it is waited for, some frames long. @returns whether it was found.
 */
export async function leadTo(field: string): Promise<boolean> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await nextTick()
    const found = [...document.querySelectorAll<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)].find((element) => element.offsetParent !== null)
    if (found) {
      found.focus({ preventScroll: true })
      found.scrollIntoView({ block: 'center', behavior: 'smooth' })
      return true
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}
