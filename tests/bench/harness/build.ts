import { build, type BuildOptions } from 'esbuild'
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const benchFolder = fileURLToPath(new URL('..', import.meta.url))
export const rootFolder = join(benchFolder, '..', '..')
/** Of this run alone: another one may be under way. */
export const outFolder = join(benchFolder, 'out', String(process.pid))
export const profileFolder = join(benchFolder, 'out', 'profiles')

/** As server/tools/build.mjs makes the product. This folder has a yjs of the peers; what is ours has the product's. */
const ours: BuildOptions = {
  alias: { yjs: join(rootFolder, 'node_modules', 'yjs', 'dist', 'yjs.mjs') },
  external: ['libsql', 'bufferutil', 'utf-8-validate', 'supports-color'],
  banner: { js: "import { createRequire as ketuCreateRequire } from 'node:module'; const require = ketuCreateRequire(import.meta.url);" },
}
/** As their packages are. */
const theirs: BuildOptions = { packages: 'external' }

const programs = {
  ketu: { file: 'servers/ketu.ts', options: ours },
  load: { file: 'load/main.ts', options: ours },
  relay: { file: 'servers/relay.ts', options: theirs },
  yWebsocketServer: { file: 'servers/yWebsocketServer.ts', options: theirs },
  hocuspocus: { file: 'servers/hocuspocus.ts', options: theirs },
} as const
export type Program = keyof typeof programs
export const programFile = (program: string): string => join(outFolder, 'programs', `${program}.mjs`)

/** Each program as plain JavaScript, so that nothing is translated while it is measured. */
export async function buildPrograms(): Promise<void> {
  await mkdir(join(outFolder, 'programs'), { recursive: true })
  await copyFile(join(rootFolder, 'server', 'storage', 'sqlite', 'housekeeper.mjs'), join(outFolder, 'programs', 'housekeeper.mjs'))
  await Promise.all(Object.entries(programs).map(([program, { file, options }]) =>
    build({
      entryPoints: [join(benchFolder, file)],
      outfile: programFile(program),
      bundle: true, platform: 'node', target: 'node20', format: 'esm', logLevel: 'warning',
      ...options,
    })))
}
