import { spawn } from 'node:child_process'

/** Whether there is a desktop to open a browser on. Over SSH or in a container there is none. */
export function hasDesktop(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env['CI'] || env['SSH_CONNECTION'] || env['SSH_TTY']) return false
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/** Opens the page, or quietly does not: the link is in the terminal, too. */
export function openBrowser(url: string, platform: NodeJS.Platform): void {
  const [program, given] = platform === 'win32' ? ['rundll32', ['url.dll,FileProtocolHandler', url]] as const
    : platform === 'darwin' ? ['open', [url]] as const
    : ['xdg-open', [url]] as const
  const child = spawn(program, given, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
