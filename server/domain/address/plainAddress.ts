/** Sockets that speak both families write IPv4 as `::ffff:192.168.1.5`. */
export const plainAddress = (address: string): string => address.replace(/^::ffff:/i, '')
export const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '::1'
