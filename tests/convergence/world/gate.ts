/** What calls wait for while a disk is slow. */
export class Gate {
  private release: (() => void) | null = null
  /** Resolves when it opens again; null while it is open. */
  opened: Promise<void> | null = null

  shut(): void {
    this.opened ??= new Promise((resolve) => (this.release = resolve))
  }
  open(): void {
    this.release?.()
    this.release = this.opened = null
  }
}
