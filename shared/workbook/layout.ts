import type { Axis } from '../scale/model.ts'

/**
 * Where things are in a group's workbook: the writer puts them there, and an import finds them again after a month of work
 * in Excel, in whatever language and order the sheets and columns then are.
 *
 * - The sheet `ketu` (never shown) holds keys in column A and values in column B: `ketu-workbook` → the format's version,
 *   then `class`, `group`, `letter`, `locale`, `made` (ISO instant), and `dontKnow`, the answer "we don't know" as the cells say it.
 * - Every other sheet that is read back has its kind in A1 (`sheetKind`), a hidden row 1 that names its columns, and a
 *   hidden column A that names its rows. They move along when somebody sorts, or inserts rows and columns.
 * - Rows of data begin below the row whose column A says `ketu-rows`. On the measuring sheet column A is the customer's id;
 *   it is empty in rows that were added by hand. A row counts when it has a name. An id that comes twice was copied with its
 *   row: the first is the customer, the others are new.
 * - Columns of the measuring sheet: `name`, `note`, `effort`, `revenue`, `gut` (place in the gut order, from 1), and for each
 *   factor `grade:<factor id>` and, when it is numeric, `figure:<factor id>`. The others (`potential`, `relationship`, `quadrant`, …) are formulas.
 * - How to read a factor: a number in the figure is a raw figure, whatever the grade says; `dontKnow` in either cell is "we
 *   don't know"; else a whole number in the grade is a level; anything else is no answer.
 * - A scale sheet has one row for each level of each factor, lowest first, with the factor's id in column A of every one. The
 *   factor's first row holds `name`, `definition`, `source`, `unit`, `weight`, `measure` and `direction` (words); each row `level`,
 *   `points` and `text`; and `threshold` the thresholds in ascending order, from the first row on, one row fewer than levels.
 * - The map sheet has rows `cutX` and `cutY`, each with its figure in the column `value`.
 */
export const WORKBOOK_FORMAT = 1
export const MARKER_SHEET = 'ketu'
export const MARKER = 'ketu-workbook'
export const ROWS_BELOW = 'ketu-rows'

export const sheetKind = {
  potential: 'ketu-scale-potential',
  relationship: 'ketu-scale-relationship',
  measuring: 'ketu-measuring',
  map: 'ketu-map',
} as const satisfies Readonly<Record<Axis | 'measuring' | 'map', string>>

export const gradeColumn = (factorId: string): string => `grade:${factorId}`
export const figureColumn = (factorId: string): string => `figure:${factorId}`
