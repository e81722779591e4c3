import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createProcesses } from '../../src/host/processes.ts'
import { startOf } from '../../src/host/spool.ts'
import { processesContract } from '../contracts/processes.ts'

describe('programs of this machine', () => {
  processesContract(createProcesses)

  test.runIf(process.platform === 'linux')(
    'a process that is killed outright takes its children along',
    async () => {
      const script = `const { createProcesses } = await import(${JSON.stringify(join(process.cwd(), 'src/host/processes.ts'))})
      const child = await createProcesses().start('sleep', ['600'], { environment: { PATH: process.env.PATH } })
      process.stdout.write(String(child.pid), () => process.kill(process.pid, 'SIGKILL'))`
      const killed = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
      expect(killed.signal).toBe('SIGKILL')
      expect(Number(killed.stdout)).toBeGreaterThan(1)
      while (startOf(Number(killed.stdout)) !== null) await wait(20)
    },
  )

  test('a process that exits takes the children along that it still has', async () => {
    const script = `const { createProcesses } = await import(${JSON.stringify(join(process.cwd(), 'src/host/processes.ts'))})
      const child = await createProcesses().start('sleep', ['600'], { environment: { PATH: process.env.PATH } })
      process.stdout.write(String(child.pid), () => process.exit(0))`
    const pid = Number(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
    )
    expect(pid).toBeGreaterThan(1)
    while (startOf(pid) !== null) await wait(20)
  })
})
