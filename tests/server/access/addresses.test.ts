import { describe, expect, it } from 'vitest'
import { createAddresses, type Network } from '../../../server/domain/address/Addresses.ts'
import { rank, type Interface } from '../../../server/domain/address/rank.ts'
import { createFakeClock } from '../../support/FakeClock.ts'
import { stopAfterEach } from '../../support/stopAfterEach.ts'

const start = stopAfterEach()
const best = (interfaces: readonly Interface[], gateway: string | null = null, arrived: readonly string[] = []): string | undefined =>
  rank(interfaces, gateway, new Set(arrived))[0]?.address

describe('P4.6: which address the QR code shows', () => {
  const wifi = { name: 'Wi-Fi', address: '192.168.31.7' }

  it.each([
    ['Docker', { name: 'docker0', address: '172.17.0.1' }],
    ['WSL', { name: 'vEthernet (WSL (Hyper-V firewall))', address: '172.24.80.1' }],
    ['Hyper-V', { name: 'vEthernet (Default Switch)', address: '172.20.16.1' }],
    ['Tailscale', { name: 'Tailscale', address: '100.101.102.103' }],
    ['a VPN', { name: 'utun4', address: '10.8.0.2' }],
    ['a proxy in TUN mode', { name: 'Meta', address: '198.18.0.1' }],
    ['VirtualBox', { name: 'Ethernet 3', address: '192.168.56.1' }],
    ['a card without a network', { name: 'Ethernet', address: '169.254.11.12' }],
  ])('not that of %s, whatever the order', (_what, other) => {
    expect(best([wifi, other])).toBe(wifi.address)
    expect(best([other, wifi])).toBe(wifi.address)
  })

  it('not that of a VPN, also when it is the default gateway', () => {
    expect(best([{ name: 'wg0', address: '10.8.0.2' }, wifi], '10.8.0.2')).toBe(wifi.address)
    expect(best([{ name: 'Meta', address: '198.18.0.1' }, wifi], '198.18.0.1')).toBe(wifi.address)
  })

  it('the one on the way to the gateway, of two real ones; the laptop\'s own hotspot before both', () => {
    const cable = { name: 'Ethernet', address: '10.20.0.9' }
    expect(best([wifi, cable], cable.address)).toBe(cable.address)
    expect(best([wifi, cable, { name: 'Local Area Connection* 10', address: '192.168.137.1' }], wifi.address)).toBe('192.168.137.1')
  })

  it('the one by which a device really arrived, before every guess', () => {
    const tailscale = { name: 'Tailscale', address: '100.101.102.103' }
    expect(best([wifi, tailscale], wifi.address, [tailscale.address])).toBe(tailscale.address)
  })
})

describe('P4.6: the first device from outside', () => {
  const interfaces = [{ name: 'wlan0', address: '192.168.31.7' }, { name: 'eth0', address: '10.0.0.5' }]
  const network: Network = { interfaces: () => interfaces, gatewayAddress: async () => '10.0.0.5' }

  it('is noticed by the address that it used; the laptop itself does not count', async () => {
    const clock = createFakeClock()
    const addresses = createAddresses({ network, clock, port: () => 8420 })
    await addresses.refresh()
    let told = 0
    addresses.onChange(() => told++)
    addresses.arrived('::ffff:127.0.0.1', '::ffff:127.0.0.1')
    addresses.arrived('::ffff:192.168.31.7', '::ffff:192.168.31.7')
    expect([addresses.firstOutsideAt(), told]).toEqual([null, 0])
    addresses.arrived('::ffff:192.168.31.7', '::ffff:192.168.31.40')
    addresses.arrived('::ffff:192.168.31.7', '::ffff:192.168.31.41')
    expect([addresses.firstOutsideAt(), told]).toEqual([clock.now(), 1])
    expect(addresses.view(null, '/j/123456')).toMatchObject({
      address: '192.168.31.7',
      joinUrl: 'http://192.168.31.7:8420/j/123456',
      addresses: [{ address: '192.168.31.7', interfaceName: 'wlan0', arrived: true, chosen: true }, { address: '10.0.0.5', arrived: false, chosen: false }],
    })
  })
})

it('P4.6: a network that changes is told, once; one that stays is not', async () => {
  let interfaces = [{ name: 'wlan0', address: '192.168.31.7' }]
  const addresses = createAddresses({ network: { interfaces: () => interfaces, gatewayAddress: async () => null }, clock: createFakeClock(), port: () => 8420 })
  await addresses.refresh()
  let told = 0
  addresses.onChange(() => told++)
  await addresses.refresh()
  interfaces = [{ name: 'wlan0', address: '10.0.0.5' }]
  await addresses.refresh()
  await addresses.refresh()
  expect([told, addresses.view(null, '').address]).toEqual([1, '10.0.0.5'])
})

it('P4.6: the trainer chooses another address, projector and console show it, and a network that goes falls back', async () => {
  const interfaces = [{ name: 'wlan0', address: '192.168.31.7' }, { name: 'eth0', address: '10.0.0.5' }]
  const network: Network = { interfaces: () => interfaces, gatewayAddress: async () => '10.0.0.5' }
  const { server, room } = await start.classroom({ network })
  const projector = await room.projector()
  expect((await projector.view()).joinUrl).toBe(`http://10.0.0.5:${server.port}/j/${room.code}`)
  await room.does('address:choose', { address: '192.168.31.7' })
  expect((await projector.until(({ address }) => address === '192.168.31.7')).joinUrl).toBe(`http://192.168.31.7:${server.port}/j/${room.code}`)
  interfaces.splice(0, 1)
  await server.app.addresses.refresh()
  await projector.until(({ address }) => address === '10.0.0.5')
  expect((await room.trainer.until(({ addresses }) => addresses.length === 1)).addresses[0]).toMatchObject({ address: '10.0.0.5', chosen: true })
})
