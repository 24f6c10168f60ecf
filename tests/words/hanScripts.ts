import OpenCC from 'opencc-js'

const simplify = OpenCC.Converter({ from: 't', to: 'cn' })

/** The characters that an encoding of two bytes puts first because they are the common ones. */
function commonHan(encoding: 'gb2312' | 'big5', [firstRow, lastRow]: readonly [number, number]): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding)
  const rows = Array.from({ length: lastRow - firstRow + 1 }, (_row, place) => firstRow + place)
  const cells = Array.from({ length: 0xff - 0x40 }, (_cell, place) => 0x40 + place)
  return new Set(rows.flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell)))).filter((sign) => /^\p{Script=Han}$/u.test(sign)))
}

/** Pairs of a common Traditional character and the common Simplified one that it folds into, as two strings of equal length. */
export function hanScripts(): { readonly traditional: string; readonly simplified: string } {
  const plain = commonHan('gb2312', [0xb0, 0xd7])
  const pairs = [...commonHan('big5', [0xa4, 0xc6])].map((sign) => [sign, simplify(sign)] as const).filter(([sign, folded]) => !plain.has(sign) && plain.has(folded))
  return { traditional: pairs.map(([sign]) => sign).join(''), simplified: pairs.map(([, folded]) => folded).join('') }
}
