import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import { Router, type Request, type Response } from 'express'
import { refuse } from './reply.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8', '.png': 'image/png', '.ico': 'image/x-icon', '.webp': 'image/webp', '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json',
}
/** Paths that the client's router knows; anything else is a plain 404, so that a mistyped asset is not answered with a page. */
const page = /^\/(?:|j\/[^/]{1,60}|check\/[^/]{1,60}|class\/[a-z0-9-]{1,40}|trainer|trainer\/[a-z0-9-]{1,40}(?:\/[a-z0-9-]{1,40})?|projector|report\/[a-z0-9-]{1,40}\/[a-z0-9-]{1,40})\/?$/u
export const isPage = (path: string): boolean => page.test(path)

interface Variant {
  readonly body: Buffer
  readonly encoding: 'br' | 'gzip' | null
}
interface Asset {
  readonly type: string
  readonly variants: readonly Variant[]
  readonly modifiedMs: number
}

/** The built client. Small enough to stay in memory, so that three hundred reloads at once touch no disk (P2.9). */
export function pages(folder: string): Router {
  const routes = Router()
  const loaded = new Map<string, Asset>()

  function load(path: string): Asset | undefined {
    const file = normalize(join(folder, path))
    if (!file.startsWith(folder + sep) || !existsSync(file)) return undefined
    const { mtimeMs: modifiedMs } = statSync(file)
    const known = loaded.get(path)
    if (known?.modifiedMs === modifiedMs) return known
    const packed = [['br', '.br'], ['gzip', '.gz']] as const
    const variants: Variant[] = packed.flatMap(([encoding, ending]) => (existsSync(file + ending) ? [{ body: readFileSync(file + ending), encoding }] : []))
    const asset = { type: types[extname(file)] ?? 'application/octet-stream', variants: [...variants, { body: readFileSync(file), encoding: null }], modifiedMs }
    loaded.set(path, asset)
    return asset
  }

  function serve(request: Request, response: Response, asset: Asset, cache: string): void {
    const accepted = request.headers['accept-encoding'] ?? ''
    const variant = asset.variants.find(({ encoding }) => encoding === null || accepted.includes(encoding))
    response.setHeader('Cache-Control', cache)
    response.setHeader('Content-Type', asset.type)
    response.setHeader('Vary', 'Accept-Encoding')
    if (variant?.encoding) response.setHeader('Content-Encoding', variant.encoding)
    response.end(request.method === 'HEAD' ? undefined : variant?.body)
  }

  routes.get(/.*/, (request, response) => {
    if (isPage(request.path)) {
      const index = load('index.html')
      if (index) return serve(request, response, index, 'no-cache')
      return refuse(response, 'not-found', 'the pages are not built yet: run "npm run build"')
    }
    const asset = isPlainPath(request.path) ? load(request.path.slice(1)) : undefined
    // Names under assets/ carry a hash of their contents.
    if (asset) return serve(request, response, asset, request.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    refuse(response, 'not-found', 'no such page')
  })
  return routes
}

/** No escapes, no dots at the start of a part, no folders to list: the names that a build makes. */
const isPlainPath = (path: string): boolean => /^(?:\/[\w-][\w.-]*)+\.[a-z0-9]+$/i.test(path) && !/\.(?:br|gz|map)$/.test(path)
