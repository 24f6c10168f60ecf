/** One IPv4 address of this computer. */
export interface Interface {
  readonly name: string
  readonly address: string
}

const octets = (address: string): readonly number[] => address.split('.').map(Number)

/** The ranges that routers and hotspots give out (RFC 1918). */
export function isPrivate(address: string): boolean {
  const [a = 0, b = 0] = octets(address)
  return a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168)
}

/** Given by nobody: the computer asked for an address and got none. */
const isLinkLocal = (address: string): boolean => address.startsWith('169.254.')

/** Carrier-grade NAT (100.64.0.0/10); on a laptop nearly always Tailscale. */
function isCarrierGrade(address: string): boolean {
  const [a = 0, b = 0] = octets(address)
  return a === 100 && b >= 64 && b <= 127
}

/** 198.18.0.0/15, kept for measurements; in practice the TUN device of a proxy program. */
const isProxyTunnel = (address: string): boolean => address.startsWith('198.18.') || address.startsWith('198.19.')

const virtualName = /vethernet|hyper-v|wsl|docker|^br-|^veth|^virbr|virtualbox|^vbox|vmware|^vmnet|^lxc|^cni|^flannel|podman|loopback|bluetooth/i
const tunnelName = /tailscale|^ts\d|zerotier|^zt|^utun|^tun|^tap|^wg|wireguard|vpn|^ppp|hamachi|clash|mihomo|sing-?box|warp/i

/** The laptop's own hotspot: Windows, macOS and NetworkManager give themselves these. Who turned it on did so for the class. */
const isHotspot = ({ name, address }: Interface): boolean =>
  address === '192.168.137.1' || (/^bridge\d+$/.test(name) && isPrivate(address)) || address === '10.42.0.1'

/** Host-only networks of virtual machines, under whatever name. */
const isHostOnly = (address: string): boolean => address.startsWith('192.168.56.') || address === '192.168.122.1'

/** How likely phones in the room reach this address; higher is better. */
export function score(candidate: Interface, gatewayAddress: string | null): number {
  const { name, address } = candidate
  return (
    (candidate.address === gatewayAddress ? 40 : 0) +
    (isPrivate(address) ? 30 : 0) +
    (isHotspot(candidate) ? 60 : 0) -
    (isLinkLocal(address) ? 200 : 0) -
    (isCarrierGrade(address) ? 120 : 0) -
    (isHostOnly(address) ? 120 : 0) -
    (isProxyTunnel(address) ? 120 : 0) -
    (virtualName.test(name) ? 120 : 0) -
    (tunnelName.test(name) ? 120 : 0)
  )
}

/**
 * Best first. An address by which a device from outside really arrived is proven and beats every guess.
 * @param gatewayAddress own address on the way to the default gateway, or null when there is none (a router without internet).
 */
export function rank(interfaces: readonly Interface[], gatewayAddress: string | null, arrived: ReadonlySet<string>): readonly Interface[] {
  const points = (candidate: Interface): number => score(candidate, gatewayAddress) + (arrived.has(candidate.address) ? 1_000 : 0)
  return [...interfaces].sort((one, other) => points(other) - points(one) || one.address.localeCompare(other.address))
}
