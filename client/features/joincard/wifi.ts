/** A Wi-Fi as a trainer types it. */
export interface Wifi {
  readonly name: string
  /** '' of an open one. */
  readonly password: string
  readonly isHidden: boolean
}
export const noWifi: Wifi = { name: '', password: '', isHidden: false }

const escaped = (text: string): string => text.replace(/[\\;,:"]/g, '\\$&')

/** What phones read from a QR code to join a Wi-Fi. WPA covers WPA2 and WPA3. */
export function wifiCode({ name, password, isHidden }: Wifi): string {
  const secret = password === '' ? 'T:nopass;' : `T:WPA;P:${escaped(password)};`
  return `WIFI:S:${escaped(name)};${secret}${isHidden ? 'H:true;' : ''};`
}
