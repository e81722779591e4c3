import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createProcesses } from '../../src/host/processes.ts'
import { openTarget } from '../../src/targets/open.ts'
import { hasDocker, images } from '../support/docker/docker.ts'
import { targetConfig } from '../support/targets/target-config.ts'

describe.runIf(await hasDocker())('Docker Compose itself', () => {
  let folder: string
  let file: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lifeboat-compose-'))
    file = join(folder, 'compose.yml')
    await writeFile(
      file,
      `services:
  web:
    image: ${images.busybox}
    command: ["sh", "-c", "trap 'exit 0' TERM; touch /tmp/well; while true; do sleep 0.1; done"]
    healthcheck: { test: ["CMD", "test", "-f", "/tmp/well"], interval: 1s, retries: 20 }
  other:
    image: ${images.busybox}
    command: ["sh", "-c", "trap 'exit 0' TERM; while true; do sleep 0.1; done"]
`,
    )
  })
  afterEach(async () => {
    compose('down', '--timeout', '1')
    await rm(folder, { recursive: true, force: true })
  })

  const project = () => basename(folder).toLowerCase()
  const compose = (...words: string[]): string =>
    execFileSync('docker', ['compose', '-f', file, '-p', project(), ...words], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  const startOf = (service: string): string =>
    execFileSync('docker', ['inspect', '--format', '{{.State.StartedAt}}', compose('ps', '-q', service)], {
      encoding: 'utf8',
    })
  const restart = (services: string[]) =>
    openTarget(
      targetConfig({ type: 'compose', files: [file], project: project(), services, timeout: '60s' }),
      { variables: process.env, processes: createProcesses() },
    ).restart(new AbortController().signal)

  it('restarts the services named, waits until they are well, and leaves the others', async () => {
    compose('up', '--detach', '--wait')
    const before = { web: startOf('web'), other: startOf('other') }
    expect((await restart(['web'])).status).toBe('done')
    expect(startOf('web')).not.toBe(before.web)
    expect(startOf('other')).toBe(before.other)
    expect(compose('ps', '--format', '{{.Health}}', 'web')).toBe('healthy')
  }, 120_000)

  it('starts a service that was down', async () => {
    compose('up', '--detach', '--wait')
    compose('stop', '--timeout', '1', 'web')
    expect((await restart([])).status).toBe('done')
    expect(compose('ps', '--format', '{{.Health}}', 'web')).toBe('healthy')
  }, 120_000)

  it('says so when a service does not become well', async () => {
    await writeFile(file, `services: { web: { image: "${images.busybox}", command: ["false"] } }\n`)
    await expect(restart(['web'])).rejects.toMatchObject({ kind: 'unavailable' })
  }, 120_000)
})
