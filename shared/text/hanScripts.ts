import scripts from './hanScripts.json' with { type: 'json' }

const bySign = new Map(Array.from(scripts.traditional, (sign, place) => [sign, scripts.simplified[place] ?? sign]))

/** Text for comparing, in Simplified characters: the common Traditional ones are folded into them. */
export const inOneScript = (text: string): string => text.replace(/\p{Script=Han}/gu, (sign) => bySign.get(sign) ?? sign)
