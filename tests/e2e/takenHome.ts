import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { readXlsx as readAsIntake } from '../../server/domain/intake/xlsx/readXlsx.ts'
import { byGutOrder } from '../../shared/customer/document.ts'
import { readWorkbook } from '../../shared/followup/readWorkbook.ts'
import type { GroupWork } from '../../shared/groupwork/model.ts'
import { findingsOf } from '../../shared/map/findings.ts'
import { axes, type Axis } from '../../shared/scale/model.ts'
import { levers, type Strategy } from '../../shared/strategy/model.ts'
import { dotsOf } from '../../shared/usp/model.ts'
import { decisionLines } from '../../shared/workbook/decisionLines.ts'
import { findingText } from '../../shared/workbook/findingText.ts'
import { dayNumber } from '../../shared/workbook/sheets/plans.ts'
import { claimsOf, subjectText } from '../../shared/workbook/subjects.ts'
import { wordsOf } from '../../shared/workbook/words.ts'
import { figuresInBook, figuresOfApp } from '../support/bookFigures.ts'
import { convert, findLibreOffice, howToInstallLibreOffice } from '../support/libreoffice.mjs'
import { type ReadBook, readXlsx, withoutValues } from '../support/readXlsx.ts'

const words = wordsOf('zh-CN')

export interface SavedFile {
  readonly name: string
  readonly bytes: Uint8Array
}
/** What the browser saves when somebody presses. */
export async function saved(page: Page, press: () => Promise<void>): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
}

export const unpacked = ({ bytes }: SavedFile): readonly SavedFile[] => Object.entries(unzipSync(bytes)).map(([name, content]) => ({ name, bytes: content }))

type Cell = string | number | null
const sheetOf = (book: ReadBook, name: string): ReadBook extends ReadonlyMap<string, infer S> ? S : never => {
  const sheet = book.get(name)
  if (!sheet) throw new Error(`there is no sheet ${name}`)
  return sheet
}
/** The cells of each row, without the empty ones. */
export function rowsOf(book: ReadBook, name: string): readonly (readonly Cell[])[] {
  const rows = new Map<string, Cell[]>()
  for (const [at, { value }] of sheetOf(book, name)) {
    const row = at.replace(/^[A-Z]+/, '')
    if (value !== null && value !== '') rows.set(row, [...rows.get(row) ?? [], value])
  }
  return [...rows.values()]
}
const textsOf = (book: ReadBook, name: string): readonly Cell[] => rowsOf(book, name).flat()

/** Every artifact of the day is in the group's workbook, in the words and figures of the group's document. */
export function expectEveryArtifact({ name, bytes }: SavedFile, work: GroupWork): void {
  const book = readXlsx(bytes)
  for (const axis of axes) expectScale(book, axis, work)
  expectCustomers(bytes, work)
  expectFindings(book, work)
  const { usps } = work.parts.usps
  for (const usp of usps) expect(textsOf(book, words.sheets.usps), name).toEqual(expect.arrayContaining([usp.claim, usp.evidence, usp.competitor, dotsOf(usp)]))
  expect(textsOf(book, words.sheets.usps).filter((text) => usps.some(({ claim }) => claim === text))).toHaveLength(usps.length)
  for (const strategy of work.parts.strategies.strategies) expectStrategy(book, strategy, work)
}

function expectScale(book: ReadBook, axis: Axis, { scales }: GroupWork): void {
  const { factors } = scales[axis]
  const rows = rowsOf(book, words.sheets[axis])
  expect(factors.reduce((sum, { weight }) => sum + (weight ?? 0), 0)).toBe(100)
  for (const [place, factor] of factors.entries()) {
    const own = rows.filter(([id]) => id === factor.id)
    expect(own).toHaveLength(factor.intervals.length)
    expect(own[0]).toEqual(expect.arrayContaining([place + 1, factor.name, factor.definition, factor.source, factor.weight]))
    factor.intervals.forEach((interval, level) => expect(own[level]).toEqual(expect.arrayContaining([interval.level, interval.points, ...(interval.text === '' ? [] : [interval.text])])))
    expect(own.flat()).toEqual(expect.arrayContaining([...factor.thresholds].filter((threshold) => threshold !== null)))
  }
  expect(rows).toContainEqual([words.scale.total, 100])
}

/** As the program itself reads the workbook, when it comes back from work. */
function expectCustomers(bytes: Uint8Array, work: GroupWork): void {
  const reading = readWorkbook(readAsIntake(bytes), work)
  if (reading.outcome !== 'read') throw new Error(`the workbook is ${reading.outcome}`)
  const factorIds = axes.flatMap((axis) => work.scales[axis].factors.map(({ id }) => id))
  expect(reading).toMatchObject({ unread: 0, tooMany: 0 })
  expect(reading.customers).toEqual(work.customers.map(({ id, name, effort, revenue, grades }) => ({
    customerId: id, name, effort, revenue, grades: factorIds.flatMap((factorId) => { const grade = grades.get(factorId); return grade ? [[factorId, grade]] : [] }),
  })))
  const gut = rowsOf(readXlsx(bytes), words.sheets.measuring)
  for (const [place, { id }] of [...work.customers].sort(byGutOrder).entries()) expect(gut.find(([first]) => first === id), `gut place of ${id}`).toContain(place + 1)
}

function expectFindings(book: ReadBook, work: GroupWork): void {
  const rows = rowsOf(book, words.sheets.findings)
  for (const finding of findingsOf(work)) {
    const { verdict, reason } = work.judgements.get(finding.key) ?? { verdict: null, reason: '' }
    const said = [words.rule[finding.rule], findingText(finding, work, words), words.findings[verdict ?? 'open'], ...(reason === '' ? [] : [reason])]
    expect(rows).toContainEqual([expect.any(Number), ...said])
  }
  for (const { text } of work.ownFindings.filter(({ removed }) => removed === null)) expect(rows).toContainEqual([expect.any(Number), text])
  const decisions = decisionLines(work, words)
  expect(decisions.length).toBeGreaterThan(0)
  for (const { from, to, amount, reason, who, due } of decisions) expect(rows).toContainEqual([expect.any(Number), from, to, amount, reason, who, due === null ? null : dayNumber(due)])
}

function expectStrategy(book: ReadBook, strategy: Strategy, work: GroupWork): void {
  const subject = subjectText(strategy, work, words)
  const notes = levers.map((lever) => strategy.notes[lever]).filter((note) => note !== '')
  const claims = claimsOf(strategy, work.parts.usps.usps)
  expect(textsOf(book, words.sheets.strategies)).toEqual(expect.arrayContaining([subject, strategy.analysis, strategy.approach, strategy.improve, claims.join('\n'), ...notes]))
  expect(textsOf(book, words.sheets.strategies).join('\n')).toContain(strategy.goal)
  const plans = rowsOf(book, words.sheets.plans)
  for (const { what, who, by, resource, measure } of strategy.actions) {
    expect(plans).toContainEqual([subject, what, who, by === null ? null : dayNumber(by), resource, measure, words.strategy.statuses.open].filter((cell) => cell !== null && cell !== ''))
  }
  for (const { name, target, checkOn } of strategy.indicators) expect(plans).toContainEqual([subject, name, target, ...(checkOn === null ? [] : [dayNumber(checkOn)])])
}

/** Their values thrown away, the workbooks compute again what the app says. Without LibreOffice that is said aloud, and in CI an error. */
export function expectRecalculated(books: readonly { readonly file: SavedFile; readonly work: GroupWork }[]): void {
  for (const { file, work } of books) expect(figuresInBook(readXlsx(file.bytes), words), file.name).toEqual(figuresOfApp(work, words))
  if (!findLibreOffice()) {
    if (process.env['CI']) throw new Error(howToInstallLibreOffice)
    return console.error(`\n!! THE WORKBOOKS OF THE DAY WERE NOT CALCULATED. ${howToInstallLibreOffice}\n`)
  }
  const folder = mkdtempSync(join(tmpdir(), 'ketu-day-'))
  const paths = books.map(({ file }, place) => {
    const path = join(folder, `${place}.xlsx`)
    writeFileSync(path, withoutValues(file.bytes))
    return path
  })
  const made = convert(paths, 'xlsx')
  for (const [place, { file, work }] of books.entries()) {
    expect(figuresInBook(readXlsx(readFileSync(join(made, `${place}.xlsx`))), words), `${file.name}, calculated anew`).toEqual(figuresOfApp(work, words))
  }
  for (const one of [folder, made]) rmSync(one, { recursive: true })
}
