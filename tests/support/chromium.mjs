import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { aptInstall } from './aptInstall.mjs'

const known = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The browser on this machine, or undefined. KETU_CHROMIUM names another one. */
export function findChromium() {
  const named = process.env.KETU_CHROMIUM
  if (named) return existsSync(named) ? named : undefined
  return known.find((path) => existsSync(path))
}

const hasChineseFont = () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim().length > 0

export function installChromium() {
  if (findChromium() && hasChineseFont()) return
  aptInstall('Chromium and a Chinese font for the browser tests', ['chromium', 'fonts-noto-cjk', 'fonts-liberation', 'fontconfig'])
}

export const howToInstall = 'The browser tests need Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk) or set KETU_CHROMIUM to its path.'

/** A page of the room: not localhost, so not a secure context, as on a tablet. */
export const ROOM_HOST = 'classroom.test'
/**
 * Every window of a desktop browser keeps two pages ready for what its address bar proposes; nobody types there, and they cost
 * three times as much as the page itself. Only the last such switch counts, so what Playwright switches off stands here, too.
 */
const disabledFeatures = [
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup',
  'AimEnabled', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay',
  'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'PreconnectToSearch', 'ThirdPartyStoragePartitioning',
]
export const chromiumArguments = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', `--host-resolver-rules=MAP ${ROOM_HOST} 127.0.0.1`,
  `--disable-features=${disabledFeatures.join(',')}`,
]
