import express, { type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { Refusal } from '../../../shared/protocol/reply.ts'
import type { Log } from '../../domain/Log.ts'
import type { Addresses } from '../../domain/address/Addresses.ts'
import { archiveRoutes, type ArchiveRouteParts } from './archiveRoutes.ts'
import { courseRoutes, type CourseRouteParts } from './courseRoutes.ts'
import { readsPages, sendElsewhere } from './elsewhere/elsewherePage.ts'
import { intakeRoutes, type IntakeRouteParts } from './intakeRoutes.ts'
import { checkRoutes, type CheckRouteParts } from './checkRoutes.ts'
import { joinRoutes, type JoinRouteParts } from './joinRoutes.ts'
import type { OwnHosts } from './ownHosts.ts'
import { pages } from './pages.ts'
import { errorHandler } from './reply.ts'
import { takeHomeRoutes, type TakeHomeRouteParts } from './takeHomeRoutes.ts'
import { createTrainerGuard } from './trainerGuard.ts'
import { trainerRoutes, type TrainerRouteParts } from './trainerRoutes.ts'

export interface HttpParts extends ArchiveRouteParts, CourseRouteParts, IntakeRouteParts, JoinRouteParts, CheckRouteParts, TakeHomeRouteParts, TrainerRouteParts {
  readonly hosts: OwnHosts
  readonly addresses: Addresses
  readonly log: Log
  /** Folder of the built client. */
  readonly clientFolder: string
  /** Asked by whoever watches over the process. */
  readonly health: () => Readonly<{ diskFailing: boolean }>
  readonly metrics: RequestHandler
}

/**
 * What may be loaded and run: only our own files. `style-src-attr` because charts and transitions set styles on elements;
 * no inline script, no eval, no frame. Headers that only work with HTTPS, or would pin a LAN address to it, are off (P4.11).
 */
const headers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'style-src-attr': ["'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      // Older browsers don't count the WebSocket of the same host as 'self'; the host was checked before.
      'connect-src': ["'self'", ({ headers: given }) => `ws://${given.host ?? 'localhost'}`],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'self'"],
    },
  },
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'sameorigin' },
})

export function createHttpApp(parts: HttpParts): Express {
  const { hosts, addresses, log, clientFolder, locale, health, metrics } = parts
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.use((request, response, next) => {
    if (!hosts.allowHost(request)) {
      if (readsPages(request)) return sendElsewhere(request, response, locale)
      throw new Refusal('not-allowed', 'this name is not ours')
    }
    if (!hosts.allowOrigin(request)) throw new Refusal('not-allowed', 'this page is not ours')
    addresses.arrived(request.socket.localAddress, request.socket.remoteAddress)
    if (request.path.startsWith('/api/')) response.setHeader('Cache-Control', 'no-store')
    next()
  })
  app.use(headers)
  // 503 tells a watcher to look; the class goes on from memory all the same.
  app.get('/healthz', (_request, response) => {
    const value = health()
    response.setHeader('Cache-Control', 'no-store')
    response.status(value.diskFailing ? 503 : 200).json({ ok: !value.diskFailing, value })
  })
  app.get('/metrics', metrics)
  const guard = createTrainerGuard(parts.access)
  // Before the general limit: a course is larger than anything else that is sent.
  app.use(courseRoutes(parts, guard))
  app.use('/api', express.json({ limit: '64kb' }))
  app.use(archiveRoutes(parts, guard))
  app.use(intakeRoutes(parts))
  app.use(trainerRoutes(parts, guard))
  app.use(joinRoutes(parts))
  app.use(takeHomeRoutes(parts))
  app.use(checkRoutes(parts))
  app.use('/api', () => { throw new Refusal('not-found', 'no such route') })
  app.use(pages(clientFolder))
  app.use(errorHandler(log))
  return app
}
