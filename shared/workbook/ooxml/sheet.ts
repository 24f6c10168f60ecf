import { cellAt } from './reference.ts'
import type { Overlay, Style, StyleTable } from './styles.ts'
import { XML_HEAD, escapeCellText, escapeXml } from './xml.ts'

/** With the value that it has now: previews on a phone don't calculate. `NO_VALUE` is the error that charts leave out. */
export interface Formula {
  readonly formula: string
  readonly now: string | number
}
export type CellValue = string | number | Formula | null
export const NO_VALUE = '#N/A'

export interface Column {
  /** Characters. */
  readonly width: number
  readonly hidden?: boolean
}
export interface Rule {
  /** Where, such as `B3:B9`. */
  readonly cells: string
  readonly when: string
  readonly overlay: Overlay
}
export type Allowed =
  /** Choices may not contain commas. */
  | { readonly kind: 'list'; readonly choices: readonly string[] }
  | { readonly kind: 'decimal'; readonly from: number; readonly to: number }
  | { readonly kind: 'formula'; readonly formula: string }
export interface Validation {
  readonly cells: string
  readonly allowed: Allowed
  /** Shown beside the cell while it is chosen. */
  readonly hint?: { readonly title: string; readonly text: string }
  readonly error: { readonly title: string; readonly text: string }
}

export interface Sheet {
  readonly name: string
  /** 'gone': not even in Excel's list of hidden sheets. */
  readonly seen: 'shown' | 'hidden' | 'gone'
  readonly tab?: string
  readonly columns: readonly Column[]
  readonly landscape?: boolean
  /** Rows and columns that stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number }
  /** Rows, and a column, repeated on each printed page; and how many pages it may be wide. */
  readonly titleRows?: readonly [number, number]
  readonly titleColumn?: string
  readonly pagesWide?: number
  readonly cells: SheetCells
  readonly merged: readonly string[]
  readonly rules: readonly Rule[]
  readonly validations: readonly Validation[]
  /** Whether a chart lies on it. */
  readonly chart?: boolean
  /** At the foot of each printed page. */
  readonly footer?: string
}

interface Row {
  readonly cells: Map<number, { readonly value: CellValue; readonly style: Style | null }>
  height: number | null
  hidden: boolean
}

/** The cells of a sheet while it is made; rows and columns count from 1. */
export class SheetCells {
  readonly rows = new Map<number, Row>()

  put(row: number, column: number, value: CellValue, style: Style | null = null): void {
    this.row(row).cells.set(column, { value, style })
  }

  /** @param height points */
  shape(row: number, shape: { readonly height?: number; readonly hidden?: boolean }): void {
    const found = this.row(row)
    found.height = shape.height ?? found.height
    found.hidden = shape.hidden ?? found.hidden
  }

  private row(row: number): Row {
    const found = this.rows.get(row)
    if (found) return found
    const made: Row = { cells: new Map(), height: null, hidden: false }
    this.rows.set(row, made)
    return made
  }
}

const ROWS_AT_ONCE = 24

/** The sheet as the schema orders its parts, some rows at a time. */
export function* sheetXml(sheet: Sheet, styles: StyleTable): Generator<string> {
  yield XML_HEAD + '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' + head(sheet)
  const rows = [...sheet.cells.rows].sort(([one], [other]) => one - other)
  yield '<sheetData>'
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) yield rows.slice(from, from + ROWS_AT_ONCE).map(([place, row]) => rowXml(place, row, styles)).join('')
  yield '</sheetData>' + foot(sheet, styles)
}

function head({ tab, frozen, columns, seen }: Sheet): string {
  const pane = frozen
    ? `<pane${frozen.columns > 0 ? ` xSplit="${frozen.columns}"` : ''}${frozen.rows > 0 ? ` ySplit="${frozen.rows}"` : ''} topLeftCell="${cellAt(frozen.rows + 1, frozen.columns + 1)}" activePane="${frozen.columns > 0 ? (frozen.rows > 0 ? 'bottomRight' : 'topRight') : 'bottomLeft'}" state="frozen"/>`
    : ''
  return [
    `<sheetPr>${tab ? `<tabColor rgb="FF${tab}"/>` : ''}<pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView${seen === 'shown' ? ' showGridLines="0"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="18"/>',
    columns.length > 0 ? `<cols>${columns.map(({ width, hidden }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`).join('')}</cols>` : '',
  ].join('')
}

function rowXml(place: number, { cells, height, hidden }: Row, styles: StyleTable): string {
  const inOrder = [...cells].sort(([one], [other]) => one - other)
  const shape = `${height === null ? '' : ` ht="${height}" customHeight="1"`}${hidden ? ' hidden="1"' : ''}`
  return `<row r="${place}"${shape}>${inOrder.map(([column, { value, style }]) => cellXml(cellAt(place, column), value, style === null ? '' : ` s="${styles.of(style)}"`)).join('')}</row>`
}

/** A text is written in place and as text: whatever it begins with, no program takes it for a formula. */
function cellXml(at: string, value: CellValue, style: string): string {
  if (value === null) return `<c r="${at}"${style}/>`
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${at}"${style}><v>${value}</v></c>` : `<c r="${at}"${style}/>`
  if (typeof value === 'string') return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(value)}</t></is></c>`
  const { formula, now } = value
  const type = typeof now === 'number' ? '' : now === NO_VALUE ? ' t="e"' : ' t="str"'
  return `<c r="${at}"${style}${type}><f>${escapeXml(formula)}</f><v>${typeof now === 'number' ? now : escapeCellText(now)}</v></c>`
}

function foot(sheet: Sheet, styles: StyleTable): string {
  const { merged, rules, validations, landscape, chart, footer } = sheet
  return [
    merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.map((cells) => `<mergeCell ref="${cells}"/>`).join('')}</mergeCells>` : '',
    rules.map(({ cells, when, overlay }, index) =>
      `<conditionalFormatting sqref="${cells}"><cfRule type="expression" dxfId="${styles.overlay(overlay)}" priority="${index + 1}"><formula>${escapeXml(when)}</formula></cfRule></conditionalFormatting>`).join(''),
    validations.length > 0 ? `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>` : '',
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="${sheet.pagesWide ?? 1}" fitToHeight="0"/>`,
    footer ? `<headerFooter><oddFooter>${escapeXml(`&L${footer.replaceAll('&', '&&')}&R&P / &N`)}</oddFooter></headerFooter>` : '',
    chart ? '<drawing r:id="rId1"/>' : '',
    '</worksheet>',
  ].join('')
}

/** Excel refuses the whole file when one of these texts is longer. */
const short = (text: string, max: number): string => (Array.from(text).length <= max ? text : `${Array.from(text).slice(0, max - 1).join('')}…`)

function validationXml({ cells, allowed, hint, error }: Validation): string {
  const told = `allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="${escapeXml(short(error.title, 31))}" error="${escapeXml(short(error.text, 220))}"`
  const shown = hint ? ` promptTitle="${escapeXml(short(hint.title, 31))}" prompt="${escapeXml(short(hint.text, 250))}"` : ''
  const open = (type: string): string => `<dataValidation type="${type}" ${told}${shown} sqref="${cells}">`
  switch (allowed.kind) {
    case 'list': return `${open('list')}<formula1>${escapeXml(`"${allowed.choices.join(',')}"`)}</formula1></dataValidation>`
    case 'decimal': return `${open('decimal')}<formula1>${allowed.from}</formula1><formula2>${allowed.to}</formula2></dataValidation>`
    case 'formula': return `${open('custom')}<formula1>${escapeXml(allowed.formula)}</formula1></dataValidation>`
  }
}
