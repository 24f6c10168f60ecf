import { controlTimer } from '../../domain/class/timing.ts'
import { closeLocks, openLocks } from '../../domain/class/locks.ts'
import { decision } from './command.ts'

export const timerCommands = [
  decision('timer:start', 'timer:control', (state, _, now) => controlTimer(state, { kind: 'start' }, now)),
  decision('timer:pause', 'timer:control', (state, _, now) => controlTimer(state, { kind: 'pause' }, now)),
  decision('timer:resume', 'timer:control', (state, _, now) => controlTimer(state, { kind: 'resume' }, now)),
  decision('timer:adjust', 'timer:control', (state, { byMs }, now) => controlTimer(state, { kind: 'adjust', byMs }, now)),
  decision('timer:end', 'timer:control', (state, _, now) => controlTimer(state, { kind: 'end' }, now)),
  decision('timer:reset', 'timer:control', (state, { durationMs }, now) => controlTimer(state, { kind: 'reset', durationMs }, now)),
  decision('lock:close', 'lock:control', closeLocks),
  decision('lock:open', 'lock:control', openLocks),
]
