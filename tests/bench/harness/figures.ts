export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((one, other) => one - other)
  const middle = sorted.length / 2
  return sorted.length === 0 ? NaN : ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2
}

/** Three digits that mean something; what was not measured is a dash. */
export function figure(value: number | null, unit = ''): string {
  if (value === null || Number.isNaN(value)) return '–'
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return `${value.toFixed(digits)}${unit}`
}
export const ratio = (value: number): string => figure(value, '×')

export interface Table {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What the issue asks for, and whether ketu is there. */
  readonly goals: readonly string[]
  readonly notes?: string
}

export function markdownOf({ title, columns, rows, goals, notes }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    `### ${title}`, '',
    ...(notes === undefined ? [] : [notes, '']),
    line(columns), line(columns.map(() => '---')), ...rows.map(line), '',
    ...goals.map((goal) => `- ${goal}`), '',
  ].join('\n')
}

/** "goal: …: reached (1.2×)" or "… : BEHIND (2.4×)". */
export const goal = (what: string, isReached: boolean | null, seen: string): string =>
  `${what}: ${isReached === null ? 'not measured' : isReached ? `reached (${seen})` : `**behind** (${seen})`}`
