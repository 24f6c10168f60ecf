import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return undefined
  }
}

/** Packages that npm leaves out on some platforms. */
const mayBeMissing = (wanted) => wanted.optional === true || wanted.devOptional === true || wanted.peer === true

/**
 * What stands in node_modules, by the list that npm itself writes there when an installation is complete: 'all', 'program'
 * (without the development tools), or 'stale' when it is not what the lock file says.
 */
export function installedState(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const found = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !found) return 'stale'
  let isComplete = true
  for (const [path, one] of Object.entries(wanted)) {
    if (path === '' || found[path]?.version === one.version) continue
    if (found[path]) return 'stale'
    if (mayBeMissing(one)) continue
    if (one.dev !== true) return 'stale'
    isComplete = false
  }
  return isComplete ? 'all' : 'program'
}

/**
 * Installs what the lock file says, unless it is there: what the program needs to be built and run, or, for the tests, the
 * development tools as well. Tools that are there once stay, also when a start has to install again.
 */
export function installMissing(root, { withTools = false } = {}) {
  const state = installedState(root)
  if (state === 'all' || (state === 'program' && !withTools)) return
  const keepsTools = packagesOf(join(root, 'node_modules', '.package-lock.json'))?.['node_modules/typescript'] !== undefined
  // npm is silent until it is done: whoever waits is told for how long.
  console.log('\n  正在安装所需的组件，大约一分钟，只有这一次……\n  Installing what is needed: about a minute, this once …\n')
  const given = ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', withTools || keepsTools ? '--include=dev' : '--omit=dev']
  // On Windows npm is no program but a script of the shell.
  const { status } = spawnSync(`npm ${given.join(' ')}`, { cwd: root, stdio: 'inherit', shell: true })
  if (status === 0) return
  console.error('\n  安装没有成功。第一次启动需要联网；连上网络后再试。\n  Installing failed. The first start needs the internet; connect and try again.\n')
  process.exit(1)
}
