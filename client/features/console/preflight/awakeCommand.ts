import type { Computer } from '../../../../shared/preflight/report.ts'

/** What to type so that the laptop stays awake for the day, also over lunch; a whole line, to be copied. */
export function awakeCommand({ platform }: Pick<Computer, 'platform'>): string {
  switch (platform) {
    case 'win32': return 'powercfg /change standby-timeout-ac 0'
    case 'darwin': return 'caffeinate -dims'
    default: return 'systemd-inhibit --what=idle:sleep sleep 12h'
  }
}
