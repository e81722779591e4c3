import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port.ts'

export interface Launch {
  /** For messages. */
  name: string
  program: string
  arguments(port: number): string[]
  environment?: Record<string, string>
  /** Whether the server answers at this address. */
  isReady(endpoint: string): Promise<boolean>
}

export interface LaunchedServer extends AsyncDisposable {
  /** `http://127.0.0.1:N` */
  endpoint: string
  port: number
}

/** Starts a server on a port of its own, and waits until it answers. It ends with the test run at the latest. */
export async function launch(what: Launch): Promise<LaunchedServer> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const server = spawn(what.program, what.arguments(port), {
      env: what.environment ?? {},
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + String(chunk)).slice(-4_000)
    })
    // A test run that is ended early must not leave servers behind.
    const end = () => server.kill('SIGKILL')
    process.once('exit', end)
    server.once('exit', () => process.removeListener('exit', end))
    const endpoint = `http://127.0.0.1:${port}`
    if (await answers(server, () => what.isReady(endpoint))) {
      return { endpoint, port, [Symbol.asyncDispose]: () => stop(server) }
    }
    await stop(server)
    // Somebody else may have taken the port in between.
    if (attempt === 3) throw new Error(`${what.name} does not start: ${said}`)
  }
}

async function answers(server: ChildProcess, isReady: () => Promise<boolean>): Promise<boolean> {
  for (let waited = 0; waited < 30_000 && server.exitCode === null; waited += 50) {
    if (await isReady().catch(() => false)) return true
    await sleep(50)
  }
  return false
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGKILL')
  await ended
}
