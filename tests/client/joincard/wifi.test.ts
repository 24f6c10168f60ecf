import { expect, it } from 'vitest'
import { noWifi, wifiCode } from '../../../client/features/joincard/wifi.ts'

it('a phone reads name and password as they are, whatever signs they have', () => {
  expect(wifiCode({ name: 'Room 3', password: 'fish&water', isHidden: false })).toBe('WIFI:S:Room 3;T:WPA;P:fish&water;;')
  expect(wifiCode({ name: 'a;b:c,d"e\\f', password: 'p;:,"\\', isHidden: true })).toBe('WIFI:S:a\\;b\\:c\\,d\\"e\\\\f;T:WPA;P:p\\;\\:\\,\\"\\\\;H:true;;')
})
it('an open Wi-Fi has no password', () => {
  expect(wifiCode({ ...noWifi, name: '会议室' })).toBe('WIFI:S:会议室;T:nopass;;')
})
