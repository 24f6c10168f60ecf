/** The disk that everything is kept on. */
export interface Disk {
  /** Bytes that may still be written, or null where the system doesn't say. */
  freeBytes(): Promise<number | null>
}
