import { spawnSync } from 'node:child_process'

/** Installs Debian's packages where that takes no more than its package tool and the right to use it; else does nothing. */
export function aptInstall(why, packages) {
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0
  if (!mayInstall) return
  console.log(`Installing ${why} (apt-get) …`)
  const apt = (...words) => spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  apt('update')
  apt('install', '-y', '--no-install-recommends', ...packages)
}
