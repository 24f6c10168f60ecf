import type { Computer } from '../../../../shared/preflight/report.ts'

/** What to type so that the laptop lets phones in, by its system: whole lines, to be copied. */
export function firewallCommands({ platform, program, port }: Computer): readonly string[] {
  switch (platform) {
    // A prompt that was once answered with "cancel" left a rule that blocks, and that one wins: it goes first. In PowerShell, as administrator.
    case 'win32': return [
      `Get-NetFirewallApplicationFilter -Program '${program.replaceAll("'", "''")}' | Get-NetFirewallRule | Where-Object Action -eq Block | Remove-NetFirewallRule`,
      `netsh advfirewall firewall add rule name="Ketu ${port}" dir=in action=allow protocol=TCP localport=${port} program="${program}" profile=any`,
    ]
    case 'darwin': return [
      `sudo /usr/libexec/ApplicationFirewall/socketfilterfw --add ${quoted(program)}`,
      `sudo /usr/libexec/ApplicationFirewall/socketfilterfw --unblockapp ${quoted(program)}`,
    ]
    default: return [`sudo ufw allow ${port}/tcp`, `sudo firewall-cmd --add-port=${port}/tcp`]
  }
}

const quoted = (path: string): string => `'${path.replaceAll("'", "'\\''")}'`
