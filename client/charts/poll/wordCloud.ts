/** A word with its place: the middle of its box, and the height of its letters, in px. */
export interface PlacedWord {
  readonly key: string
  readonly text: string
  readonly count: number
  readonly x: number
  readonly y: number
  readonly size: number
  readonly width: number
}
export interface CloudBox {
  readonly width: number
  readonly height: number
  /** px; no word is set smaller: what has no room is left out and counted. */
  readonly smallest: number
}
interface Word {
  readonly key: string
  readonly text: string
  readonly count: number
}

const wide = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}|[\u{20000}-\u{3ffff}]/u
/** Width of a character in shares of the letters' height, on the wide side: a box may be too large, never too small. */
const widthOf = (character: string): number => (wide.test(character) ? 1.04 : /[A-ZMWmw@%]/.test(character) ? 0.86 : /[ iljt.,'!|]/.test(character) ? 0.4 : 0.64)
export const textWidth = (text: string): number => [...text].reduce((sum, character) => sum + widthOf(character), 0)

/** Height of a line in shares of the letters' height, and the air around a word. */
const LINE = 1.2
const AIR = 0.14
const LARGEST_SHARE = 0.26
const SHRINK = 0.8
/** More can't be read, and would take long to lay out on an old tablet. */
const MOST_WORDS = 80

interface Placed {
  readonly words: readonly PlacedWord[]
  /** How many have no room. */
  readonly left: number
}

/** Words around the middle, the frequent ones large and inside; the same words always lie the same way, and none overlap. */
export function layoutWords(all: readonly Word[], box: CloudBox): Placed {
  if (box.width <= 0 || box.height <= 0) return { words: [], left: 0 }
  const words = all.slice(0, MOST_WORDS)
  const [most, least] = [Math.max(...words.map(({ count }) => count)), Math.min(...words.map(({ count }) => count))]
  // A single answer each is no ranking: all are of one size.
  const share = ({ count }: Word): number => (most > least ? Math.sqrt((count - least) / (most - least)) : 0.35)
  for (let largest = box.height * LARGEST_SHARE; ; largest *= SHRINK) {
    const top = Math.max(box.smallest, largest)
    const isLast = top <= box.smallest
    const placed = place(words, box, (word) => box.smallest + (top - box.smallest) * share(word), isLast)
    if (placed.length === words.length || isLast) return { words: placed, left: all.length - placed.length }
  }
}

/** Ends at the first word that finds no room, unless this is the smallest that they can be. */
function place(words: readonly Word[], box: CloudBox, sizeOf: (word: Word) => number, isLast: boolean): readonly PlacedWord[] {
  const done: PlacedWord[] = []
  for (const word of words) {
    const size = sizeOf(word)
    const spot = freeSpot({ width: textWidth(word.text) * size + 2 * AIR * size, height: LINE * size + AIR * size }, box, done)
    if (spot) done.push({ ...word, ...spot, size, width: textWidth(word.text) * size })
    else if (!isLast) return done
  }
  return done
}

const TURNS = 16
const STEPS_A_TURN = 40

/** The first free place on a spiral from the middle, as wide as the box is. */
function freeSpot(room: { readonly width: number; readonly height: number }, box: CloudBox, done: readonly PlacedWord[]): { readonly x: number; readonly y: number } | undefined {
  for (let step = 0; step <= TURNS * STEPS_A_TURN; step++) {
    const share = step / (TURNS * STEPS_A_TURN)
    const angle = (step / STEPS_A_TURN) * 2 * Math.PI
    const x = box.width / 2 + Math.cos(angle) * share * (box.width / 2)
    const y = box.height / 2 + Math.sin(angle) * share * (box.height / 2)
    const inside = x - room.width / 2 >= 0 && x + room.width / 2 <= box.width && y - room.height / 2 >= 0 && y + room.height / 2 <= box.height
    if (inside && !done.some((other) => overlaps({ x, y, ...room }, other))) return { x, y }
  }
  return undefined
}
function overlaps(one: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }, { x, y, width, size }: PlacedWord): boolean {
  return Math.abs(one.x - x) < (one.width + width) / 2 + AIR * size && Math.abs(one.y - y) < (one.height + LINE * size + AIR * size) / 2
}
