import { type ScatterChart, chartXml, drawingXml } from './chart.ts'
import { on } from './reference.ts'
import { type Sheet, sheetXml } from './sheet.ts'
import { createStyles } from './styles.ts'
import { XML_HEAD, escapeXml } from './xml.ts'
import type { ZipEntry } from './zip.ts'

export interface Book {
  readonly title: string
  readonly font: string
  readonly sheets: readonly Sheet[]
  /** On the sheets that have one, by name. */
  readonly charts: ReadonlyMap<string, ScatterChart>
  /** Names for cells, such as `cut_x` → `'Map'!$C$5`. */
  readonly names: ReadonlyMap<string, string>
  /** Instant in ms. */
  readonly madeAt: number
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The files of an .xlsx, to be zipped. Styles come after the sheets, which number them. */
export function* bookEntries(book: Book): Generator<ZipEntry> {
  const styles = createStyles(book.font)
  const withChart = book.sheets.filter(({ name }) => book.charts.has(name))
  yield { path: '[Content_Types].xml', chunks: [contentTypes(book, withChart.length)] }
  yield { path: '_rels/.rels', chunks: [relations([['officeDocument', 'xl/workbook.xml'], ['extended-properties', 'docProps/app.xml'], ['core-properties', 'docProps/core.xml']])] }
  yield { path: 'docProps/app.xml', chunks: [`${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Ketu</Application></Properties>`] }
  yield { path: 'docProps/core.xml', chunks: [core(book)] }
  yield { path: 'xl/workbook.xml', chunks: [workbook(book)] }
  yield {
    path: 'xl/_rels/workbook.xml.rels',
    chunks: [relations([...book.sheets.map((_sheet, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const), ['styles', 'styles.xml']])],
  }
  for (const [index, sheet] of book.sheets.entries()) {
    const chart = book.charts.get(sheet.name)
    yield { path: `xl/worksheets/sheet${index + 1}.xml`, chunks: sheetXml({ ...sheet, chart: chart !== undefined }, styles) }
    if (!chart) continue
    const number = withChart.indexOf(sheet) + 1
    yield { path: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`, chunks: [relations([['drawing', `../drawings/drawing${number}.xml`]])] }
    yield { path: `xl/drawings/drawing${number}.xml`, chunks: [drawingXml(chart)] }
    yield { path: `xl/drawings/_rels/drawing${number}.xml.rels`, chunks: [relations([['chart', `../charts/chart${number}.xml`]])] }
    yield { path: `xl/charts/chart${number}.xml`, chunks: chartXml(chart) }
  }
  yield { path: 'xl/styles.xml', chunks: once(() => styles.xml()) }
}

function* once(make: () => string): Generator<string> {
  yield make()
}

function contentTypes({ sheets }: Book, charts: number): string {
  const part = (path: string, type: string): string => `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`
  const each = (count: number, path: (number: number) => string, type: string): string => Array.from({ length: count }, (_, index) => part(path(index + 1), type)).join('')
  return [
    XML_HEAD, `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
    part('xl/workbook.xml', 'officedocument.spreadsheetml.sheet.main'),
    each(sheets.length, (number) => `xl/worksheets/sheet${number}.xml`, 'officedocument.spreadsheetml.worksheet'),
    part('xl/styles.xml', 'officedocument.spreadsheetml.styles'),
    each(charts, (number) => `xl/drawings/drawing${number}.xml`, 'officedocument.drawing'),
    each(charts, (number) => `xl/charts/chart${number}.xml`, 'officedocument.drawingml.chart'),
    part('docProps/core.xml', 'package.core-properties'), part('docProps/app.xml', 'officedocument.extended-properties'), '</Types>',
  ].join('')
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const typeOf = (type: string): string => (type === 'core-properties' ? `${PACKAGE}/relationships/metadata/core-properties` : `${RELATED}/${type}`)
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${typeOf(type)}" Target="${target}"/>`).join('')}</Relationships>`
}

const core = ({ title, madeAt }: Book): string =>
  `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${new Date(madeAt).toISOString()}</dcterms:created></cp:coreProperties>`

/** Programs calculate everything anew when they open it, whatever values were written beside the formulas. */
function workbook({ sheets, names }: Book): string {
  const state = { shown: '', hidden: ' state="hidden"', gone: ' state="veryHidden"' } as const
  const titles = sheets.flatMap(({ name, titleRows, titleColumn }, index) => {
    const repeated = [titleColumn && on(name, `$${titleColumn}:$${titleColumn}`), titleRows && on(name, `$${titleRows[0]}:$${titleRows[1]}`)].filter((part) => part !== undefined)
    return repeated.length > 0 ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(repeated.join(','))}</definedName>`] : []
  })
  const named = [...names].map(([name, cell]) => `<definedName name="${name}">${escapeXml(cell)}</definedName>`)
  const defined = [...titles, ...named].join('')
  return [
    XML_HEAD, `<workbook xmlns="${MAIN}" xmlns:r="${RELATED}">`,
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16000"/></bookViews>',
    `<sheets>${sheets.map(({ name, seen }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state[seen]} r:id="rId${index + 1}"/>`).join('')}</sheets>`,
    defined ? `<definedNames>${defined}</definedNames>` : '',
    '<calcPr calcId="191029" fullCalcOnLoad="1"/>', '</workbook>',
  ].join('')
}
