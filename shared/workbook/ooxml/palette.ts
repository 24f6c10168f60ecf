/** The colours of the token file as workbooks and pictures need them: six hexadecimal digits. */
export const colour = {
  ink: '1B1F24', inkSoft: '4B535C', inkFaint: '5F6770', line: 'DEDFD8', lineStrong: 'B9BCB2', paper: 'FAFAF7', sunken: 'F1F1EC', white: 'FFFFFF',
  teal: '0F766E', tealStrong: '0B5750', tealSoft: 'D9EFEC', orange: 'C2410C', orangeSoft: 'FDE8DC', slate: '46628A', slateSoft: 'E2E9F3',
  warm: '736B60', warmSoft: 'ECE9E4', red: 'B42318', redSoft: 'FDE7E4', amberSoft: 'FBF0D6',
} as const

/** By a group's colour, from 1. */
export const groupColours = ['', '0B6BCB', 'C2410C', '0F7A5C', 'A21CAF', '8A6100', '0E7490', 'BE123C', '4D5BD1', '4F7A16', '7C4A2D', '6B21A8', '3F4A57'] as const
