import { wellFormed } from '../../text/sanitise.ts'

/** What XML 1.0 can't hold at all: one such character, pasted from somewhere, would make the whole file unreadable. */
// eslint-disable-next-line no-control-regex -- these are the characters that are meant
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu

export const escapeXml = (text: string): string =>
  wellFormed(text).replace(forbidden, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Text of a cell: Excel reads `_x0041_` in it as an escape, so a written underscore of that form is escaped itself. */
export const escapeCellText = (text: string): string => escapeXml(text.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_'))

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
