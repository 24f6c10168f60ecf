import { nextTick } from 'vue'

/** About a second. */
const FRAMES = 60
let latest = 0

/**
 * Puts the cursor into the field with this id, in view. The field may be about to appear (a page that opens, a chunk that
 * loads): it is waited for, some frames long, unless one is led elsewhere meanwhile. @returns whether it was found.
 */
export async function leadTo(field: string): Promise<boolean> {
  const mine = ++latest
  await nextTick()
  for (let frame = 0; frame < FRAMES && mine === latest; frame++) {
    const found = [...document.querySelectorAll<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)].find((element) => element.offsetParent !== null)
    if (found) {
      found.focus({ preventScroll: true })
      found.scrollIntoView({ block: 'center', behavior: 'smooth' })
      return true
    }
    await new Promise(requestAnimationFrame)
  }
  return false
}
