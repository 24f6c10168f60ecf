/* The thread from its sources, for the tests and `npm run dev`: a thread does not take over the loader of its process. */
import { register } from 'tsx/esm/api'

register()
await import('./work.ts')
