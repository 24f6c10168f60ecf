import { colour } from './palette.ts'
import { XML_HEAD, escapeXml } from './xml.ts'

/** A column of cells that a series is bound to, with what they hold now; null is a point that is not drawn. */
export interface Bound<T> {
  readonly cells: string
  readonly now: readonly (T | null)[]
}
export type Symbol = 'circle' | 'square' | 'triangle' | 'diamond' | 'none'
interface Series {
  /** The cell that holds its name. */
  readonly name: Bound<string>
  readonly x: Bound<number>
  readonly y: Bound<number>
  readonly colour: string
}
export interface PointSeries extends Series {
  readonly kind: 'points'
  readonly symbol: Symbol
  /** The text beside each point. */
  readonly labels: Bound<string>
  /** Where each label stands; to the right unless said otherwise. */
  readonly sides?: readonly ('l' | 'r')[]
  readonly labelSize: number
  readonly bold?: boolean
}
export interface LineSeries extends Series {
  readonly kind: 'line'
}
export interface ScatterChart {
  readonly title: string
  readonly xTitle: string
  readonly yTitle: string
  readonly series: readonly (PointSeries | LineSeries)[]
  /** The cells that it covers, from 0: columns and rows of its top left and its bottom right corner. */
  readonly from: { readonly column: number; readonly row: number }
  readonly to: { readonly column: number; readonly row: number }
}

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const DRAW = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const CHART_2012 = 'http://schemas.microsoft.com/office/drawing/2012/chart'

export const drawingXml = ({ title, from, to }: ScatterChart): string => {
  const corner = (name: string, { column, row }: { column: number; row: number }): string => `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`
  return [
    XML_HEAD, `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="${DRAW}"><xdr:twoCellAnchor>`,
    corner('from', from), corner('to', to),
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${escapeXml(title)}" descr="${escapeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></a:graphicData></a:graphic>`,
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>',
  ].join('')
}

/** A native scatter chart: both axes 0..100, every series bound to cells, also to hidden ones. */
export function* chartXml(chart: ScatterChart): Generator<string> {
  yield [
    XML_HEAD, `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAW}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`,
    '<c:roundedCorners val="0"/><c:chart>', titleXml(chart.title, 1400, true), '<c:autoTitleDeleted val="0"/>',
    '<c:plotArea><c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.09"/><c:y val="0.1"/><c:w val="0.79"/><c:h val="0.77"/></c:manualLayout></c:layout><c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>',
  ].join('')
  for (const [index, series] of chart.series.entries()) yield seriesXml(series, index)
  yield [
    '<c:axId val="50010"/><c:axId val="50020"/></c:scatterChart>',
    axisXml('50010', '50020', 'b', chart.xTitle), axisXml('50020', '50010', 'l', chart.yTitle),
    `<c:spPr><a:solidFill><a:srgbClr val="${colour.paper}"/></a:solidFill><a:ln><a:solidFill><a:srgbClr val="${colour.lineStrong}"/></a:solidFill></a:ln></c:spPr>`,
    '</c:plotArea><c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr><a:solidFill><a:srgbClr val="${colour.white}"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>`,
  ].join('')
}

const paint = (hex: string): string => `<a:solidFill><a:srgbClr val="${hex}"/></a:solidFill>`
const type = (size: number, hex: string, bold = false): string => `<a:defRPr sz="${size}" b="${bold ? 1 : 0}">${paint(hex)}</a:defRPr>`

const titleXml = (text: string, size: number, bold: boolean): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${type(size, colour.ink, bold)}</a:pPr><a:r><a:rPr lang="en-US" sz="${size}" b="${bold ? 1 : 0}">${paint(colour.ink)}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`

const axisXml = (id: string, crosses: string, side: 'b' | 'l', title: string): string => [
  `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/><c:max val="100"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="${side}"/>`,
  `<c:majorGridlines><c:spPr><a:ln w="6350">${paint(colour.line)}</a:ln></c:spPr></c:majorGridlines>`,
  titleXml(title, 1100, true), '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
  `<c:spPr><a:ln w="9525">${paint(colour.lineStrong)}</a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${type(900, colour.inkSoft)}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`,
  `<c:crossAx val="${crosses}"/><c:crosses val="min"/><c:crossBetween val="midCat"/><c:majorUnit val="25"/></c:valAx>`,
].join('')

function seriesXml(series: PointSeries | LineSeries, index: number): string {
  const line = series.kind === 'line'
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${texts(series.name)}</c:tx>`,
    line ? `<c:spPr><a:ln w="22225">${paint(series.colour)}<a:prstDash val="dash"/></a:ln></c:spPr>` : '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>',
    line || series.symbol === 'none'
      ? '<c:marker><c:symbol val="none"/></c:marker>'
      : `<c:marker><c:symbol val="${series.symbol}"/><c:size val="10"/><c:spPr>${paint(series.colour)}<a:ln w="9525">${paint(colour.white)}</a:ln></c:spPr></c:marker>`,
    line ? '' : labelsXml(series),
    `<c:xVal>${numbers(series.x)}</c:xVal><c:yVal>${numbers(series.y)}</c:yVal><c:smooth val="0"/>`,
    line ? '' : `<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" xmlns:c15="${CHART_2012}"><c15:datalabelsRange><c15:f>${escapeXml(series.labels.cells)}</c15:f><c15:dlblRangeCache>${points(series.labels.now)}</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>`,
    '</c:ser>',
  ].join('')
}

/** Each label takes its text from its cell, as Excel itself writes "value from cells". */
function labelsXml({ labels, colour: hex, labelSize, bold, sides }: PointSeries): string {
  const show = '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
  const fromCells = (more: string): string => `<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="${CHART_2012}">${more}<c15:showDataLabelsRange val="1"/>`
  const each = labels.now.map((_label, point) => [
    `<c:dLbl><c:idx val="${point}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr>${type(labelSize, hex, bold)}</a:pPr>`,
    `<a:fld id="{${guid(point)}}" type="CELLRANGE"><a:rPr lang="en-US" sz="${labelSize}" b="${bold ? 1 : 0}">${paint(hex)}</a:rPr><a:pPr>${type(labelSize, hex, bold)}</a:pPr><a:t>[CELLRANGE]</a:t></a:fld><a:endParaRPr lang="en-US"/></a:p></c:rich></c:tx>`,
    `<c:dLblPos val="${sides?.[point] ?? 'r'}"/>${show}${fromCells('<c15:dlblFieldTable/>')}</c:ext></c:extLst></c:dLbl>`,
  ].join(''))
  return [
    '<c:dLbls>', each.join(''), '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    `<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr>${type(labelSize, hex, bold)}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`,
    `<c:dLblPos val="r"/>${show}${fromCells('')}<c15:showLeaderLines val="0"/></c:ext></c:extLst></c:dLbls>`,
  ].join('')
}

const guid = (point: number): string => `6B657475-0000-4000-8000-${String(point).padStart(12, '0')}`

const points = (values: readonly (string | number | null)[]): string =>
  `<c:ptCount val="${values.length}"/>${values.map((value, index) => (value === null ? '' : `<c:pt idx="${index}"><c:v>${typeof value === 'number' ? value : escapeXml(value)}</c:v></c:pt>`)).join('')}`
const texts = ({ cells, now }: Bound<string>): string => `<c:strRef><c:f>${escapeXml(cells)}</c:f><c:strCache>${points(now)}</c:strCache></c:strRef>`
const numbers = ({ cells, now }: Bound<number>): string => `<c:numRef><c:f>${escapeXml(cells)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(now)}</c:numCache></c:numRef>`
