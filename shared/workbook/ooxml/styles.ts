import { XML_HEAD, escapeXml } from './xml.ts'

export interface Style {
  readonly bold?: boolean
  readonly italic?: boolean
  /** Points. */
  readonly size?: number
  /** Six hexadecimal digits, as the fill. */
  readonly colour?: string
  readonly fill?: string
  readonly border?: boolean
  readonly across?: 'left' | 'center' | 'right'
  readonly down?: 'top' | 'center' | 'bottom'
  readonly wrap?: boolean
  /** Away from the edge, in letters. */
  readonly indent?: number
  /** A number format such as `0` or `0%`. */
  readonly format?: string
  /** For what people write: stays text also when it is edited and begins with =, + or -. */
  readonly text?: boolean
}
/** What a conditional format lays over a cell. */
export type Overlay = Pick<Style, 'bold' | 'colour' | 'fill'>

export interface StyleTable {
  /** The style's number in the workbook. */
  of(style: Style): number
  overlay(overlay: Overlay): number
  /** Only when all sheets are written: styles are numbered as they come. */
  xml(): string
}

/** Number formats of our own begin here; 49 is Excel's "text". */
const FIRST_FORMAT = 164
const TEXT_FORMAT = 49

/** Numbers the styles of a workbook, each kind once. @param font the name of the workbook's font */
export function createStyles(font: string): StyleTable {
  const [fonts, fills, borders, formats, cells, overlays] = [unique(), unique(), unique(), unique(), unique(), unique()]
  const fontOf = ({ bold, italic, size = 11, colour }: Style): number =>
    fonts.of(`<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}<sz val="${size}"/>${colour ? `<color rgb="FF${colour}"/>` : ''}<name val="${escapeXml(font)}"/><family val="2"/></font>`)
  const fillOf = ({ fill }: Style): number =>
    fills.of(fill ? `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>` : plainFill)
  const borderOf = ({ border }: Style): number => {
    const side = (name: string): string => `<${name} style="thin"><color rgb="FFDEDFD8"/></${name}>`
    return borders.of(border ? `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>` : plainBorder)
  }
  const formatOf = ({ format, text }: Style): number =>
    text ? TEXT_FORMAT : format === undefined ? 0 : FIRST_FORMAT + formats.of(format)

  function of(style: Style): number {
    const { down = 'center', wrap, text, indent } = style
    const across = style.across ?? (indent ? 'left' : undefined)
    const place = `<alignment${across ? ` horizontal="${across}"` : ''} vertical="${down}"${wrap ? ' wrapText="1"' : ''}${indent ? ` indent="${indent}"` : ''}/>`
    return cells.of(`<xf numFmtId="${formatOf(style)}" fontId="${fontOf(style)}" fillId="${fillOf(style)}" borderId="${borderOf(style)}" xfId="0"${text ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${place}</xf>`)
  }

  // The first of each kind is what a cell without a style has; the second fill is reserved by the format.
  fillOf({})
  fills.of('<fill><patternFill patternType="gray125"/></fill>')
  borderOf({})
  fontOf({})
  cells.of(`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`)
  return {
    of,
    overlay: ({ bold, colour, fill }) => overlays.of(
      `<dxf>${bold || colour ? `<font>${bold ? '<b/>' : ''}${colour ? `<color rgb="FF${colour}"/>` : ''}</font>` : ''}${fill ? `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor rgb="FF${fill}"/></patternFill></fill>` : ''}</dxf>`),
    xml: () => [
      XML_HEAD, '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.all.length > 0 ? list('numFmts', formats.all.map((format, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${escapeXml(format)}"/>`)) : '',
      list('fonts', fonts.all), list('fills', fills.all), list('borders', borders.all),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list('cellXfs', cells.all),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      list('dxfs', overlays.all), '</styleSheet>',
    ].join(''),
  }
}

const plainFill = '<fill><patternFill patternType="none"/></fill>'
const plainBorder = '<border><left/><right/><top/><bottom/><diagonal/></border>'
const list = (name: string, items: readonly string[]): string => `<${name} count="${items.length}">${items.join('')}</${name}>`

function unique(): { readonly all: string[]; of(item: string): number } {
  const all: string[] = []
  const known = new Map<string, number>()
  return {
    all,
    of(item) {
      const found = known.get(item)
      if (found !== undefined) return found
      known.set(item, all.length)
      return all.push(item) - 1
    },
  }
}
