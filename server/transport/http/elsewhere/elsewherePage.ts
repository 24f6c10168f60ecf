import type { Request, Response } from 'express'
import { askedLocale, type Locale } from '../../../../shared/language/locale.ts'
import { isLoopback, plainAddress } from '../../../domain/address/plainAddress.ts'
import { isPage } from '../pages.ts'
import { messages } from './messages.ts'
import traditional from './messages.zh-TW.json' with { type: 'json' }

const words: Readonly<Record<Locale, (typeof messages)['zh-CN']>> = { ...messages, 'zh-TW': traditional }

/** A person at a browser reads a page; programs get JSON, as everywhere. */
export const readsPages = (request: Request): boolean => (request.method === 'GET' || request.method === 'HEAD') && request.accepts(['json', 'html']) === 'html'

/** Only what needs no escaping. */
const isSafe = (path: string): boolean => /^[/a-z0-9-]*$/.test(path) && isPage(path)

/**
 * Refuses a name that is not ours in words. The address that it gives is the one that this very connection came in by:
 * it works for who reads this, and tells a page of others (P5.6) nothing that it did not know.
 */
export function sendElsewhere(request: Request, response: Response, standard: Locale): void {
  const { localAddress = '', localPort, remoteAddress = '' } = request.socket
  const [own, other] = [plainAddress(localAddress), plainAddress(remoteAddress)]
  const host = isLoopback(own) ? 'localhost' : own.includes(':') ? `[${own}]` : own
  const url = `http://${host}:${localPort}${isSafe(request.path) ? request.path : '/'}`
  const locale = askedLocale(request.acceptsLanguages()) ?? standard
  const { product, title, text, inTheRoom, onTheLaptop } = words[locale]
  response.status(403).set({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff', 'X-Frame-Options': 'DENY',
  }).end(`<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${product}</title>
<style>
  :root { color-scheme: light dark; font: 1.125rem/1.6 "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans SC", "Microsoft YaHei UI", system-ui, sans-serif; }
  main { max-width: 32rem; margin: 0 auto; padding: 12vh 1.5rem; }
  h1 { font-size: 1.75rem; line-height: 1.3; }
  a { display: inline-block; padding: 0.5rem 0; font-size: 1.25rem; font-weight: 600; overflow-wrap: anywhere; }
</style>
<main>
  <p>${product}</p>
  <h1>${title}</h1>
  <p>${text}<br><a href="${url}">${url}</a></p>
  <p>${isLoopback(other) || other === own ? onTheLaptop : inTheRoom}</p>
</main>
</html>
`)
}
