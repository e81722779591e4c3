import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startOf } from '../../src/host/spool.ts'
import type { Processes } from '../../src/ports/process.ts'

const environment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin' }

/** What every implementation of Processes keeps. */
export function processesContract(make: () => Processes): void {
  const shell = (script: string): [string, string[]] => ['sh', ['-c', script]]

  test('a child sees the environment that it was given and nothing of ours', async () => {
    process.env['LIFEBOAT_TEST_CANARY'] = 'canary'
    try {
      const { stdout } = await make().run('env', [], { environment: { ...environment, GIVEN: 'yes' } })
      expect(stdout).toContain('GIVEN=yes')
      expect(stdout).not.toContain('canary')
    } finally {
      delete process.env['LIFEBOAT_TEST_CANARY']
    }
  })

  test('a program that does not exist is a missing failure, and so is a folder that does not', async () => {
    const processes = make()
    await expect(processes.start('no-such-program-here', [], { environment })).rejects.toMatchObject({
      name: 'Failure',
      kind: 'missing',
    })
    await expect(
      processes.run(...shell('true'), { environment, directory: '/no/such/folder' }),
    ).rejects.toMatchObject({ kind: 'missing' })
  })

  test('a program that fails gives its code and what it said', async () => {
    const done = await make().run(...shell('echo out; echo err >&2; exit 7'), { environment })
    expect(done).toEqual({ code: 7, signal: null, stdout: 'out\n', stderr: 'err\n' })
  })

  test('input reaches the child whole, as text and as a stream', async () => {
    const processes = make()
    expect((await processes.run('cat', [], { environment, input: 'grüße' })).stdout).toBe('grüße')
    const input = Readable.from([Buffer.from('one '), Buffer.from('two')])
    expect((await processes.run('cat', [], { environment, input })).stdout).toBe('one two')
  })

  test('a child that ends before it has read its input is no error of its own', async () => {
    const input = Readable.from(Array.from({ length: 64 }, () => Buffer.alloc(65_536)))
    const done = await make().run(...shell('exit 3'), { environment, input })
    expect(done.code).toBe(3)
  })

  test('of a long output its end is kept, and no more than a MiB of it', async () => {
    const script = 'i=0; while [ $i -lt 40 ]; do printf %0131072d 0; i=$((i+1)); done; echo END'
    const { stdout } = await make().run(...shell(script), { environment })
    expect(stdout.length).toBe(1024 * 1024)
    expect(stdout.endsWith('END\n')).toBe(true)
  })

  test('aborting ends a child and its descendants although both ignore SIGTERM', async () => {
    const controller = new AbortController()
    const child = await make().start(
      ...shell(`trap '' TERM; sh -c 'trap "" TERM; echo $$; while :; do sleep 1; done' & wait; wait`),
      { environment, signal: controller.signal, grace: 100 },
    )
    const pid = Number(await firstLine(child.stdout))
    expect(isAlive(pid)).toBe(true)
    controller.abort()
    await child.ended
    await until(() => !isAlive(pid))
  })

  test('a run that is aborted throws the reason of its signal', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    const done = make().run('sleep', ['60'], { environment, signal: controller.signal })
    setTimeout(() => controller.abort(reason), 50)
    await expect(done).rejects.toBe(reason)
    await expect(make().run('true', [], { environment, signal: controller.signal })).rejects.toBe(reason)
  })

  test('a child obeys SIGTERM within its grace, so that it can tidy up', async () => {
    const controller = new AbortController()
    const child = await make().start(
      ...shell(`trap 'echo tidied; exit 5' TERM; echo up; while :; do sleep 0.05; done`),
      {
        environment,
        signal: controller.signal,
        grace: 60_000,
      },
    )
    // Before it has said so, it may not have come to its trap.
    expect(await firstLine(child.stdout)).toBe('up')
    const rest = text(child.stdout)
    controller.abort()
    expect(await child.ended).toEqual({ code: 5, signal: null })
    expect(await rest).toContain('tidied')
  })

  test('disposing a running child ends it', async () => {
    let ended: Promise<unknown>
    {
      await using child = await make().start('sleep', ['600'], { environment })
      ended = child.ended
    }
    expect(await ended).toEqual({ code: null, signal: 'SIGTERM' })
  })
}

async function firstLine(stream: Readable): Promise<string> {
  let line = ''
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    line += String(chunk)
    if (line.includes('\n')) break
  }
  return line.split('\n')[0] ?? ''
}

/** One that has ended and that nobody has buried lives no more. */
function isAlive(pid: number): boolean {
  return startOf(pid) !== null
}

/** A killed process may be seen until its new parent has reaped it. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(20)
}
