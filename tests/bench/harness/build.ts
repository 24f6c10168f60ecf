import { build } from 'esbuild'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const benchFolder = fileURLToPath(new URL('..', import.meta.url))
export const outFolder = join(benchFolder, 'out')
export const programs = { ketu: 'servers/ketu.ts', relay: 'servers/relay.ts', load: 'load/main.ts' } as const
export type Program = keyof typeof programs
export const programFile = (program: Program): string => join(outFolder, 'programs', `${program}.mjs`)

/** Each program as one file of plain JavaScript, ketu as server/tools/build.mjs makes it: nothing is translated while it is measured. */
export async function buildPrograms(): Promise<void> {
  const ownPackages = Object.entries(programs).map(([program, file]) =>
    build({
      entryPoints: [join(benchFolder, file)],
      outfile: programFile(program as Program),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      logLevel: 'warning',
      sourcemap: true,
      // This folder has a yjs of the peers; ketu and the load have the product's.
      alias: { yjs: join(benchFolder, '..', '..', 'node_modules', 'yjs') },
      external: ['libsql', 'bufferutil', 'utf-8-validate', 'supports-color'],
      banner: { js: "import { createRequire as ketuCreateRequire } from 'node:module'; const require = ketuCreateRequire(import.meta.url);" },
    }))
  await Promise.all(ownPackages)
}
