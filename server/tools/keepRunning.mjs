import { spawn } from 'node:child_process'

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** Who ran for so long breaks over something new. */
const STEADY_MS = 60_000

/**
 * Runs the server, and again by itself when it breaks in the middle of a class (P2.1): nobody looks at a terminal behind the
 * slides. It comes back at the same port, so that all devices find it. What it was asked to end stays ended, and one that
 * was never ready would not be the next time either.
 * @param {readonly string[]} given to Node: its own flags, the program, the program's flags
 * @param {{ cwd?: string, firstPauseMs?: number, breaks?: () => void }} [options] `breaks` is told each time
 * @returns {{ ended: Promise<number>, stop(signal: NodeJS.Signals): void }} `ended`: the code to end with
 */
export function keepRunning(given, { cwd, firstPauseMs = FIRST_PAUSE_MS, breaks = () => {} } = {}) {
  let isStopping = false
  let wasReady = false
  let pauseMs = firstPauseMs
  /** @type {number | null} */
  let port = null
  /** @type {() => void} */
  let endPause = () => {}
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child

  /** @returns {Promise<{ code: number, broke: boolean }>} */
  function run() {
    // A port that somebody took meanwhile may be free again soon: nobody is there to be asked for another.
    const again = port === null ? [] : ['--port', String(port), '--no-open']
    const env = port === null ? process.env : { ...process.env, KETU_STARTED_AGAIN: '1' }
    const started = spawn(process.execPath, [...given, ...again], { cwd, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
    child = started
    started.on('message', (said) => {
      if (typeof said !== 'object' || said === null || !('port' in said) || typeof said.port !== 'number') return
      port = said.port
      wasReady = true
    })
    return new Promise((resolve, reject) => {
      started.once('error', reject)
      started.once('exit', (code, signal) => resolve({ code: signal ? 1 : (code ?? 0), broke: wasReady && (signal !== null || code !== 0) }))
    })
  }
  /** @returns {Promise<void>} */
  const pause = () => new Promise((resolve) => {
    const timer = setTimeout(resolve, pauseMs)
    endPause = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  async function runOn() {
    for (;;) {
      const startedAt = performance.now()
      const { code, broke } = await run()
      if (!broke || isStopping) return code
      breaks()
      pauseMs = performance.now() - startedAt > STEADY_MS ? firstPauseMs : pauseMs
      await pause()
      if (isStopping) return code
      pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)
    }
  }
  return {
    ended: runOn(),
    stop(signal) {
      isStopping = true
      // A second SIGINT does the server no harm; but Windows tells everybody at a console by itself, and there `kill` would end the
      // server before it has saved.
      if (process.platform !== 'win32') child?.kill(signal)
      endPause()
    },
  }
}
