import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from '../servers/free-port.ts'
import { askRedis } from '../validation/redis.ts'

const run = promisify(execFile)

/** A real redis-server that writes an append-only file, and may be killed and started again. */
export interface LastingRedis extends AsyncDisposable {
  readonly url: string
  /** A folder for PATH: the `docker` in it starts the server, whatever it is asked, and remembers what that was. */
  readonly programs: string
  /** What `docker` was asked for. */
  restarts(): Promise<string[]>
  /** Sends a command, and gives the first line of the answer. */
  command(...words: string[]): Promise<string>
  /** What lies in `orders:placed` of the highest database but 0 that has it. */
  keptAside(): Promise<string[]>
  /** Ends it as a crash does. */
  kill(): Promise<void>
  /** Takes its files away. It must not run. */
  loseData(): Promise<void>
}

const password = 'p-2c6e4a8f1b'

export async function startLastingRedis(): Promise<LastingRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'redis-lasting-'))
  const data = join(folder, 'data')
  const programs = join(folder, 'programs')
  const asked = join(folder, 'asked')
  const port = await freePort()
  await mkdir(data)
  await mkdir(programs)
  const settings = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${data}`,
    'appendonly yes',
    'appendfsync always',
    'save ""',
    'repl-diskless-sync-delay 0',
    `requirepass ${password}`,
    'daemonize yes',
    `pidfile ${folder}/pid`,
    '',
  ]
  await writeFile(join(folder, 'redis.conf'), settings.join('\n'))
  const docker = join(programs, 'docker')
  const ping = `REDISCLI_AUTH=${password} redis-cli -p ${port} ping 2>/dev/null`
  await writeFile(
    docker,
    `#!/bin/sh\necho "$*" >>${asked}\nredis-server ${folder}/redis.conf || exit 1\nuntil [ "$(${ping})" = PONG ]; do sleep 0.05; done\n`,
  )
  await chmod(docker, 0o755)
  const command = (...words: string[]) => askRedis(port, password, words)
  const kill = async () => {
    const pid = Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => '0'))
    await rm(join(folder, 'pid'), { force: true })
    if (pid === 0) return
    process.kill(pid, 'SIGKILL')
    while (await command('PING').catch(() => null)) await wait(20)
  }
  await run(docker, [])
  await rm(asked)
  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    programs,
    restarts: async () => (await readFile(asked, 'utf8')).trim().split('\n'),
    command,
    keptAside: async () => {
      for (let database = 15; database > 0; database -= 1) {
        const words = ['-p', String(port), '-n', String(database), 'lrange', 'orders:placed', '0', '-1']
        const { stdout } = await run('redis-cli', words, { env: { ...process.env, REDISCLI_AUTH: password } })
        if (stdout.trim() !== '') return stdout.trim().split('\n')
      }
      return []
    },
    kill,
    loseData: async () => {
      await rm(data, { recursive: true })
      await mkdir(data)
    },
    [Symbol.asyncDispose]: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
