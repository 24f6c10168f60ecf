import type { Log } from '../../../server/domain/Log.ts'

export const quietLog: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
