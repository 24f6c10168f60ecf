/** Fan-out between the processes of one installation; with one process it stays in memory. */
export interface Bus {
  publish(channel: string, message: Uint8Array): Promise<void>
  /** Also gets what this process published itself. Returns the function that ends it. */
  subscribe(channel: string, listener: (message: Uint8Array) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}
