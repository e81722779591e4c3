import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../servers/free-port.ts'

export interface RedisServer extends AsyncDisposable {
  readonly port: number
  readonly password: string
  url(): string
  /** Sends a command as whoever knows the password, and gives the first line of the answer. */
  command(...words: string[]): Promise<string>
}

/** A real redis-server on 127.0.0.1 without persistence, with a password. */
export async function startRedis(password = 'p-7f3b1d5c9e'): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'redis-test-'))
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder]
    const server = spawn('redis-server', [...settings, '--requirepass', password], { stdio: 'ignore' })
    const kill = () => server.kill('SIGKILL')
    process.once('exit', kill)
    const ended = once(server, 'exit')
    const command = (...words: string[]) => askRedis(port, password, words)
    while (server.exitCode === null && (await command('PING').catch(() => '')) !== '+PONG') await wait(20)
    if (server.exitCode === null) {
      return {
        port,
        password,
        url: () => `redis://:${encodeURIComponent(password)}@127.0.0.1:${port}`,
        command,
        [Symbol.asyncDispose]: async () => {
          process.removeListener('exit', kill)
          kill()
          await ended
          await rm(folder, { recursive: true, force: true })
        },
      }
    }
    // Between finding a free port and using it, somebody else may have taken it.
    if (attempt === 5) throw new Error('redis-server does not start')
  }
}

/** Sends a command as whoever knows the password, and gives the first line of the answer. */
export async function askRedis(port: number, password: string, words: readonly string[]): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port })
  const sent = [['AUTH', password], words].map(
    (each) =>
      `*${each.length}\r\n${each.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`,
  )
  let answer = ''
  socket.setEncoding('utf8').write(sent.join(''))
  try {
    for await (const chunk of socket as AsyncIterable<string>) {
      answer += chunk
      const [auth, line] = answer.split('\r\n')
      if (answer.split('\r\n').length > 2 && line !== undefined)
        return auth?.startsWith('-') === true ? line || auth : line
    }
    throw new Error('Redis closed the connection')
  } finally {
    socket.destroy()
  }
}
