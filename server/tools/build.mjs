import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { fingerprint } from './fingerprint.mjs'

const stampOf = (root, part) => join(root, 'dist', `.${part}.stamp`)
const settings = ['package-lock.json', 'server/tools/build.mjs']
const isFresh = (root, part, print, product) => existsSync(product) && existsSync(stampOf(root, part)) && readFileSync(stampOf(root, part), 'utf8') === print

function stamp(root, part, print) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stampOf(root, part), print)
}

/** The pages, for browsers: dist/client, each text file also packed, so that the server packs nothing while it runs (P2.13). */
export async function buildClient(root) {
  const print = fingerprint(root, ['client', 'shared', ...settings])
  if (isFresh(root, 'client', print, join(root, 'dist', 'client', 'index.html'))) return
  console.log('  正在生成页面，不到半分钟…… Building the pages, less than half a minute …')
  rmSync(stampOf(root, 'client'), { force: true })
  const { build } = await import('vite')
  await build({ configFile: join(root, 'client', 'vite.config.ts'), logLevel: 'warn' })
  pack(join(root, 'dist', 'client'))
  stamp(root, 'client', print)
}

function pack(folder) {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (statSync(file).isDirectory()) pack(file)
    else if (/\.(js|css|html|svg|json)$/.test(name)) {
      const body = readFileSync(file)
      if (body.length < 1_000) continue
      writeFileSync(`${file}.br`, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }))
      writeFileSync(`${file}.gz`, gzipSync(body, { level: 9 }))
    }
  }
}

/**
 * The server as one file, dist/server/main.js, and beside it the thread that looks after the database and the one that
 * reads people's files. What has native parts stays a package of its own.
 */
export async function buildServer(root) {
  const print = fingerprint(root, ['server', 'shared', ...settings])
  const outfile = join(root, 'dist', 'server', 'main.js')
  if (isFresh(root, 'server', print, outfile)) return
  console.log('  正在生成服务程序，几秒钟…… Building the server, a few seconds …')
  rmSync(stampOf(root, 'server'), { force: true })
  const { build } = await import('esbuild')
  await build({
    entryPoints: { main: join(root, 'server', 'main.ts'), fileWork: join(root, 'server', 'files', 'work.ts') },
    outdir: join(root, 'dist', 'server'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
    external: ['libsql', 'bufferutil', 'utf-8-validate', 'supports-color'],
    // Packages of the older module format ask for node's own modules with `require`.
    banner: { js: "import { createRequire as ketuCreateRequire } from 'node:module'; const require = ketuCreateRequire(import.meta.url);" },
  })
  copyFileSync(join(root, 'server', 'storage', 'sqlite', 'housekeeper.mjs'), join(root, 'dist', 'server', 'housekeeper.mjs'))
  stamp(root, 'server', print)
}
