import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openSpool } from '../../src/host/spool.ts'

const temp = mkdtempSync(join(tmpdir(), 'spool-test-'))
afterAll(() => rmSync(temp, { recursive: true, force: true }))

/** A run of its own: opens a spool, tells its path, and ends as `last` says. */
function runOnce(last: string): string {
  const script = `const { openSpool } = await import(${JSON.stringify(join(process.cwd(), 'src/host/spool.ts'))})
    const spool = await openSpool(${JSON.stringify(temp)})
    const { writeFileSync, writeSync } = await import('node:fs')
    writeFileSync(spool.path + '/secret', 'x')
    writeSync(1, spool.path)
    ${last}`
  try {
    return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  } catch (thrown) {
    return (thrown as { stdout: string }).stdout
  }
}

test('only this user may look into a spool, and disposing removes it with all that is in it', async () => {
  let path: string
  {
    await using spool = await openSpool(temp)
    path = spool.path
    writeFileSync(join(path, 'part'), 'x')
    expect(statSync(path).mode & 0o777).toBe(0o700)
  }
  expect(existsSync(path)).toBe(false)
})

test('a process that exits without disposing leaves no spool', () => {
  const path = runOnce('process.exit(3)')
  expect(path).toContain(temp)
  expect(existsSync(path)).toBe(false)
})

test('what a killed run left is removed by the next one, and the spool of a living run is not', async () => {
  await using living = await openSpool(temp)
  const left = runOnce(`process.kill(process.pid, 'SIGKILL')`)
  expect(existsSync(left)).toBe(true)
  await using next = await openSpool(temp)
  expect(existsSync(left)).toBe(false)
  expect(existsSync(living.path)).toBe(true)
  expect(existsSync(next.path)).toBe(true)
})
