import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { silentLog } from '../../../server/log.ts'
import { createUpgradeRouter } from '../../../server/transport/upgrade.ts'

it('a connection that a browser opened ahead of need, and over which it has asked nothing, is closed without an answer', async () => {
  const server = createServer({ headersTimeout: 50, requestTimeout: 50, connectionsCheckingInterval: 20 })
  const nobody = (): void => undefined
  createUpgradeRouter({ sync: { handleUpgrade: nobody }, control: nobody, allowHost: () => true, allowOrigin: () => true, log: silentLog }).attach(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const heard: Buffer[] = []
  const spare = connect(port, '127.0.0.1').on('data', (bytes) => void heard.push(bytes)).on('error', nobody)
  await new Promise((closed) => spare.once('close', closed))
  expect(Buffer.concat(heard).toString()).toBe('')
  // What makes no sense is still told so.
  const strange = connect(port, '127.0.0.1').on('data', (bytes) => void heard.push(bytes)).on('error', nobody)
  strange.write('no request at all\r\n\r\n')
  await new Promise((closed) => strange.once('close', closed))
  expect(Buffer.concat(heard).toString()).toContain('400 Bad Request')
  server.close()
})
