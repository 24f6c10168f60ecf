/** What the server makes of a file that a person brought: tables of text, and nothing else of it. */
export interface IntakeSheet {
  readonly name: string
  /** Not shown by the program that made the file; never offered for choosing. */
  readonly hidden: boolean
  /** As they lie in the file, gaps included, so that a cell keeps its row and column; nothing empty at the ends. */
  readonly rows: readonly (readonly string[])[]
  /** There is more than `intakeLimit` takes, and it was left out. */
  readonly cut: boolean
}
export interface IntakeTable {
  readonly kind: 'xlsx' | 'csv'
  readonly sheets: readonly IntakeSheet[]
}

/** What a file may hold (pitfall 5.8). A group has at most 200 customers, so all of this is generous. */
export const intakeLimit = {
  fileBytes: 2_000_000,
  /** What we read of it, unpacked. */
  unpackedBytes: 20_000_000,
  sheets: 20,
  rows: 1_000,
  columns: 100,
  /** Code points of one cell. */
  cell: 500,
  /** UTF-16 units of all cells together: a long text that is named in every cell is long everywhere. */
  text: 3_000_000,
} as const
