/** The header of a file that is saved and not shown, under a name in any language, for browsers of any age. */
export function attachment(name: string): string {
  const plain = name.replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ').trim()
  const escaped = encodeURIComponent(plain).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="ketu${plain.slice(plain.lastIndexOf('.'))}"; filename*=UTF-8''${escaped}`
}
