import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aptInstall } from './aptInstall.mjs'

const known = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice', 'C:\\Program Files\\LibreOffice\\program\\soffice.exe']

/** The calculator that checks our workbooks, or undefined. KETU_LIBREOFFICE names another one. */
export function findLibreOffice() {
  const named = process.env.KETU_LIBREOFFICE
  if (named) return existsSync(named) ? named : undefined
  return known.find((path) => existsSync(path))
}

export function installLibreOffice() {
  if (!findLibreOffice()) aptInstall('LibreOffice Calc for the tests of the workbooks', ['libreoffice-calc'])
}

export const howToInstallLibreOffice = 'The tests of the workbooks need LibreOffice: install it (Debian: apt-get install libreoffice-calc) or set KETU_LIBREOFFICE to its path.'

/**
 * Opens the files, calculates, and writes each in another format (`xlsx`, `pdf`), all in one go: it starts slowly.
 * @returns the folder with what was written, under the names of the files; the caller removes it
 */
export function convert(files, format) {
  const office = findLibreOffice()
  if (!office) throw new Error(howToInstallLibreOffice)
  const folder = mkdtempSync(join(tmpdir(), 'ketu-office-'))
  // A profile of its own: it would refuse to start beside another LibreOffice.
  const profile = join(folder, 'profile')
  const done = spawnSync(office, [`-env:UserInstallation=file://${profile}`, '--headless', '--norestore', '--convert-to', format, '--outdir', folder, ...files], { encoding: 'utf8', timeout: 600_000 })
  rmSync(profile, { recursive: true, force: true })
  if (readdirSync(folder).length !== files.length) throw new Error(`LibreOffice could not open every file: ${done.stdout ?? ''} ${done.stderr ?? ''}`)
  return folder
}
