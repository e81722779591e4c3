import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Report } from '../../src/domain/report.ts'
import { commandLine } from '../cli/command-line.ts'
import { ownDaemon } from '../support/docker/daemon.ts'
import { docker } from '../support/docker/docker.ts'
import { noteSkipped } from '../support/servers/not-real.ts'
import { buildShop, openShop, type Shop } from '../support/shop/shop.ts'

const daemon = await ownDaemon()
const patience = 300_000

describe.runIf(daemon !== null)('a deployment whose Docker daemon is killed', () => {
  const opened = new AsyncDisposableStack()
  let shop: Shop
  let config = ''
  /** Why there is no daemon any more. */
  let missing: string | null = null

  beforeAll(async () => {
    const { image } = opened.use(await buildShop({ '1.0': 'good', '1.1': 'good' }))
    shop = opened.use(await openShop({ image }))
    await shop.up('1.0')
    const folder = await mkdtemp(join(tmpdir(), 'lifeboat-e2e-daemon-'))
    opened.defer(() => rm(folder, { recursive: true, force: true }))
    config = join(folder, 'dev.yml')
    await writeFile(
      config,
      stringify({
        environment: 'dev',
        sources: [{ name: 'main', type: 'postgres', url: '${DATABASE_URL}', install: 'never', jobs: 2 }],
        stores: [{ name: 'disk', type: 'local', path: join(folder, 'store') }],
        encryption: 'none',
        target: shop.written,
        deploy: { prove: false, url: shop.url },
        // How fast a machine answers that has much to do is not what is tried here.
        validation: { latency: { postgres: '30s' } },
      }),
    )
  }, patience)
  afterAll(async () => {
    if (missing === null) await opened.disposeAsync()
  }, patience)

  const deploy = async (words: readonly string[], onStep: (said: string) => void = () => undefined) => {
    const child = spawn(
      process.execPath,
      commandLine(['deploy', '--environment', 'dev', '--config', config, '--json', ...words]),
      {
        env: { ...shop.variables, DATABASE_URL: await shop.databaseUrl() },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let [out, said] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      onStep(said)
    })
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
    return { code, report: JSON.parse(out) as Report, said }
  }
  const version = async () => ((await (await shop.ask('/version')).json()) as { version: string }).version
  const orders = () =>
    docker([
      'exec',
      `${shop.project}-db-1`,
      'psql',
      '-qAtX',
      '-U',
      'shop',
      '-d',
      'shop',
      '-c',
      'select count(*) from shop.orders',
    ])

  test(
    'fails and says so, loses nothing, and goes back and forth again by a person’s word',
    async () => {
      const before = await orders()
      let killed: Promise<void> | null = null
      const first = await deploy(['--version', '1.1'], (said) => {
        if (said.includes('deploy\n')) killed ??= daemon?.kill() ?? null
      })
      expect(killed).not.toBeNull()
      expect([first.report.verdict, first.code === 0]).toEqual(['failed', false])
      missing = (await daemon?.start()) ?? null
      if (missing !== null) {
        // What comes after it needs a daemon; what a machine's own daemon can bear is not ours to prove.
        await noteSkipped(
          'deployment gone on with after its Docker daemon was killed',
          `run them where a killed daemon comes up again; here it says: ${missing}`,
        )
        return
      }
      // The daemon brings the containers back by itself; the database may take a moment to recover.
      for (;;) {
        try {
          await docker(['start', `${shop.project}-db-1`])
          await orders()
          break
        } catch {
          await wait(500)
        }
      }
      expect(await orders()).toBe(before)
      // What was left is nobody's state to build on: a person says which way it goes.
      const again = await deploy(['--version', '1.1'])
      expect([again.code, again.report.failure?.kind]).toEqual([4, 'refused'])
      expect(again.report.failure?.hint).toContain('--rollback now')
      const back = await deploy(['--rollback', 'now'])
      expect([back.code, back.report.failure]).toEqual([0, null])
      expect(await version()).toBe('1.0')
      const forth = await deploy(['--version', '1.1'])
      expect([forth.code, forth.report.failure]).toEqual([0, null])
      expect(await version()).toBe('1.1')
      expect(await orders()).toBe(before)
    },
    patience,
  )
})
