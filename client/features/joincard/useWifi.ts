import { ref, watch } from 'vue'
import { readStored, writeStored } from '../../api/storage.ts'
import { noWifi, type Wifi } from './wifi.ts'

const keyOf = (classId: string): string => `ketu.wifi.${classId}`

function isWifi(value: unknown): value is Wifi {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' && 'password' in value && typeof value.password === 'string'
    && 'isHidden' in value && typeof value.isHidden === 'boolean'
}

/** The room's Wi-Fi, kept in this browser alone: it never reaches the server, the projector or another device. */
export function useWifi(classId: string) {
  const stored = readStored('local', keyOf(classId))
  const wifi = ref<Wifi>(isWifi(stored) ? stored : noWifi)
  watch(wifi, (now) => writeStored('local', keyOf(classId), now.name === '' && now.password === '' ? undefined : now), { deep: true })
  return wifi
}
