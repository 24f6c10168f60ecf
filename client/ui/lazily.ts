import { defineAsyncComponent, type Component } from 'vue'

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 8_000

/**
 * A part of a page that is loaded when it is needed. On bad Wi-Fi it is asked for again, with growing pauses, for as long
 * as the page is open: a part that stays away is a broken page to whoever stands before it.
 */
export function lazily(load: () => Promise<{ readonly default: Component }>): Component {
  return defineAsyncComponent({
    loader: load,
    onError(_error, retry, _fail, attempts) {
      setTimeout(retry, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1)))
    },
  })
}

/**
 * The builder of the pages gives up a part when one of its style sheets fails, and would show it bare when asked again.
 * So the part may come, and the sheet is asked for until it is there.
 */
export function keepAskingForStyles(page: Window): void {
  page.addEventListener('vite:preloadError', (event) => {
    const address = /\/assets\/[\w.-]+\.css/.exec(event.payload.message)?.[0]
    if (!address) return
    event.preventDefault()
    ask(page.document, address, FIRST_WAIT_MS)
  })
}
function ask(document: Document, address: string, waitMs: number): void {
  setTimeout(() => {
    const sheet = document.createElement('link')
    sheet.rel = 'stylesheet'
    sheet.href = address
    sheet.addEventListener('error', () => {
      sheet.remove()
      ask(document, address, Math.min(LONGEST_WAIT_MS, waitMs * 2))
    })
    document.head.append(sheet)
  }, waitMs)
}
