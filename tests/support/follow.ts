import type { ControlLine } from '../simulator/api.ts'
import { until } from './until.ts'

const DEADLINE_MS = 10_000

/** Listens from now on to one event of a control line. */
export function follow<E>(line: Pick<ControlLine, 'socket'>, event: string) {
  const heard: E[] = []
  line.socket.on(event, (one: E) => heard.push(one))
  return {
    heard,
    /** The latest for which it `holds`, from now on or before. */
    until: (holds: (one: E) => boolean): Promise<E> =>
      until(() => heard.findLast(holds), () => `a fitting ${event} event; the last of ${heard.length}: ${JSON.stringify(heard.at(-1))?.slice(0, 600)}`, DEADLINE_MS) as Promise<E>,
  }
}
