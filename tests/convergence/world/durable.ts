interface Range {
  readonly from: number
  readonly to: number
}
const longEnough = (bytes: Buffer, length: number): Buffer => (bytes.length >= length ? bytes : Buffer.concat([bytes, Buffer.alloc(length - bytes.length)]))

/**
 * What a loss of power leaves of a file whose writes are known. A sync that failed has cost what was written before it, though
 * whoever reads still finds it, and the next one says that all is well.
 */
export class WrittenFile {
  bytes: Buffer = Buffer.alloc(0)
  private unsynced: Range[] = []
  private lost: Range[] = []

  wrote(from: number, length: number): void {
    this.unsynced.push({ from, to: from + length })
  }
  /** @returns what is to be called with its end */
  syncs(now: Buffer): (isGood: boolean) => void {
    const ranges = [...this.unsynced]
    return (isGood) => {
      this.unsynced = this.unsynced.filter((range) => !ranges.includes(range))
      if (!isGood) return void this.lost.push(...ranges)
      for (const { from, to } of ranges) {
        this.bytes = longEnough(this.bytes, to)
        now.copy(this.bytes, from, from, to)
      }
    }
  }
  /** What was lost for one process is not known to be lost to the next. */
  killed(): void {
    this.unsynced.unshift(...this.lost.splice(0))
  }
  cut(): void {
    this.unsynced = []
    this.lost = []
  }
}

/** The same of SQLite's log, whose writes nobody sees. Once its content was moved into the database nothing of it matters. */
export class AppendedFile {
  bytes: Buffer = Buffer.alloc(0)
  private lostBefore = 0

  syncs(now: Buffer): (isGood: boolean) => void {
    return (isGood) => {
      if (!isGood) this.lostBefore = now.length
      else if (now.length > this.lostBefore) this.bytes = this.lostBefore === 0 ? now : Buffer.concat([longEnough(this.bytes, this.lostBefore).subarray(0, this.lostBefore), now.subarray(this.lostBefore)])
    }
  }
  killed(): void {
    this.lostBefore = 0
  }
  moved(now: Buffer): void {
    this.bytes = now
    this.lostBefore = 0
  }
}
