import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Environment } from '../../src/domain/environment/schema.ts'
import { secretForms } from '../../src/domain/redaction.ts'
import { backup } from '../../src/operations/backup/backup.ts'
import { verify } from '../../src/operations/verify/verify.ts'
import type { Store } from '../../src/ports/store.ts'
import { minisignPublicKey } from '../../src/vault/signing.ts'
import type { Host } from '../../src/wiring/host.ts'
import { openPorts, type Role } from '../../src/wiring/open-ports.ts'
import { repository } from '../e2e/built-action.ts'
import { createWorkspace, type Workspace } from '../e2e/workspace.ts'
import { faultyStore } from '../support/doubles/faulty-store.ts'
import { memoryStore, type MemoryStore } from '../support/doubles/memory-store.ts'
import { bytesAt } from '../support/ports/damage.ts'
import { makeTestKeys, testEnvironment, type TestKeys } from '../support/ports/environment.ts'
import { backupPorts, verifyPorts } from '../support/ports/ports.ts'
import { descendantsOf, visibleOf } from '../support/ports/process-tree.ts'
import { temporaryFolder } from '../support/ports/real-backup.ts'
import { recordingLog } from '../support/ports/recording-log.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer, type TestServer } from '../support/postgres/server.ts'
import { startHaltingRelay } from '../support/servers/halting-relay.ts'
import { runProgram } from '../vault/programs.ts'

/** Where each promise that backup and verification touch is held: in this file (by name), or in others. */
const contents: Record<number, [file: string, test: string][]> = {
  1: [
    ['operations/verify-verdicts.test.ts', 'in which nothing that reads restored data passed is failed'],
    ['operations/verify-verdicts.test.ts', 'check is at most degraded'],
    ['operations/verify-verdicts.test.ts', 'that was promised, but could not be measured, does not pass'],
    ['faults/verify-sweep.test.ts', 'never ends in a proof that says more than was seen'],
  ],
  2: [
    ['operations/promises.test.ts', 'promise 2'],
    ['faults/backup-sweep.test.ts', 'leaves a whole backup or none'],
    ['faults/postgres-sweep.test.ts', 'leaves a whole backup or none'],
    ['faults/kill.test.ts', 'it leaves a whole backup or none, and nobody running'],
    ['faults/kill.test.ts', 'what it left behind is cleared away by the next runs'],
  ],
  3: [
    ['operations/promises.test.ts', 'promise 3'],
    ['operations/verify-damage.test.ts', 'an older version serves when %s was overwritten'],
    ['operations/verify-damage.test.ts', 'still serves %s under a delete marker'],
  ],
  4: [['operations/promises.test.ts', 'promise 4']],
  5: [
    ['operations/promises.test.ts', 'promise 5'],
    ['operations/promises-recovery.test.ts', 'without Lifeboat'],
  ],
  7: [
    ['operations/verify-damage.test.ts', 'and the data is proven equal from the second'],
    ['operations/backup-stores.test.ts', 'leaves the other complete'],
    ['e2e/damage.test.ts', 'every table is equal from the other'],
  ],
  8: [
    ['operations/promises.test.ts', 'promise 8'],
    ['e2e/backup-and-proof.test.ts', 'no secret and no row is to be seen anywhere'],
  ],
  9: [
    ['operations/promises.test.ts', 'promise 9'],
    ['operations/verify-damage.test.ts', 'a manifest that is not the one that was written is not believed'],
    ['sources/postgres/laboratory/laboratory.test.ts', 'isolation'],
  ],
  10: [
    ['faults/backup-sweep.test.ts', 'with a clear failure'],
    ['e2e/damage.test.ts', 'failureKinds[kind].exit'],
  ],
}

const entries = Object.entries(contents).flatMap(([promise, tests]) =>
  tests.map(([file, test]) => [promise, file, test] as const),
)
it.each(entries)('promise %s is held by a test in %s: %s', async (_promise, file, test) => {
  expect(await readFile(join(repository, 'test', file), 'utf8')).toContain(test)
})

let keys: TestKeys
let environment: Environment
beforeAll(async () => {
  keys = await makeTestKeys()
  environment = await testEnvironment(keys)
})

/** Backs up and verifies twice, in one store. @returns what was asked of the store, in order, and the store */
async function busyStore(): Promise<{ calls: { method: string; key: string }[]; store: MemoryStore }> {
  const store = memoryStore()
  const watched = faultyStore(store, () => null)
  for (let round = 0; round < 2; round += 1) {
    await using writing = await backupPorts([watched], keys)
    await backup(environment, { class: 'scheduled' }, writing)
    await using reading = await verifyPorts([watched], keys)
    await verify(environment, { backup: 'latest', level: 'useful' }, reading)
  }
  return { calls: [...watched.calls], store }
}

describe('promise 2: a backup exists when its manifest does', () => {
  it('the manifest is written last, just after its signature, and nothing of the backup after it', async () => {
    const { calls } = await busyStore()
    const puts = calls.filter(({ method }) => method === 'put').map(({ key }) => key)
    const manifests = puts.filter((key) => key.endsWith('/manifest.json'))
    expect(manifests).toHaveLength(2)
    for (const manifest of manifests) {
      const ofBackup = puts.filter((key) => key.startsWith(dirname(manifest)))
      expect(ofBackup.slice(-2)).toEqual([`${manifest}.sig`, manifest])
    }
  })
})

describe('promise 3: write-once', () => {
  it('no key is written twice, and only what lies under leases/ is ever replaced or removed', async () => {
    const { calls } = await busyStore()
    const puts = calls.filter(({ method }) => method === 'put').map(({ key }) => key)
    expect(puts).toHaveLength(new Set(puts).size)
    const changed = calls.filter(({ method }) => method === 'replace' || method === 'remove')
    expect(changed.filter(({ key }) => !key.includes('leases/'))).toEqual([])
  })

  it('verification adds a proof and its event, holds a lease meanwhile, and changes nothing else', async () => {
    const { store } = await busyStore()
    const watched = faultyStore(store, () => null)
    await using ports = await verifyPorts([watched], keys)
    await verify(environment, { backup: 'latest', level: 'useful' }, ports)
    const puts = watched.calls.filter(({ method }) => !['list', 'get', 'stat'].includes(method))
    const named = puts.map(({ method, key }) => `${method} ${key.replaceAll(/\d{8}T\d{6}Z(-[\w-]+)?/g, 'X')}`)
    expect(named).toEqual([
      'put test/leases/use-X.json',
      'put test/proofs/X/X.json.sig',
      'put test/proofs/X/X.json',
      'remove test/leases/use-X.json',
      'put test/ledger/X.json.sig',
      'put test/ledger/X.json',
    ])
  })

  it.each([
    ['may delete and overwrite', {}, true],
    ['may only add', { appendOnly: true }, false],
  ])('credentials of which it was found that they %s', async (_what, options, isWarned) => {
    const store: Store = { ...memoryStore(options), kind: 's3' }
    await using ports = await backupPorts([store], keys)
    const report = await backup(environment, { class: 'scheduled' }, ports)
    const warnings = report.notices.filter(({ text }) => /could .*(overwrite|delete)/.test(text))
    expect(warnings).toHaveLength(isWarned ? 1 : 0)
  })

  it('a store that ignores the condition of a put is recorded as such in the manifest, and told', async () => {
    const store = memoryStore({ ignoresConditions: true })
    await using ports = await backupPorts([store], keys)
    const report = await backup(environment, { class: 'scheduled' }, ports)
    expect(report.copies).toMatchObject([{ writeOnce: false }])
    const manifest = bytesAt(store, `test/backups/${report.backupId}/manifest.json`).toString()
    expect(JSON.parse(manifest)).toMatchObject({ stores: [{ writeOnce: false }] })
  })
})

describe('promise 4: the runner that makes backups cannot read them', () => {
  const role = async (name: Role) => {
    await using folder = await temporaryFolder()
    const variables: Record<string, string | undefined> = {
      STORE_FOLDER: join(folder.path, 'store'),
      LIFEBOAT_IDENTITY: keys.verification.identity,
      LIFEBOAT_SIGNING_KEY: keys.backup.secretKey,
    }
    const hidden: string[] = []
    const host: Host = {
      variables,
      takeVariable: (variable) => {
        const value = variables[variable]
        delete variables[variable]
        return value
      },
      hide: (secret) => hidden.push(secret),
      mask: (text: string) => text,
      log: recordingLog(),
      signal: new AbortController().signal,
      temporaryFolder: folder.path,
      isThrownAway: false,
      oidcToken: null,
      actor: null,
      runUrl: null,
      packages: null,
      repositoryIsPublic: false,
      openIssues: null,
    }
    await using ports = await openPorts(environment, { host, role: name })
    return { keys: ports.keys, variables, hidden }
  }

  it('an identity that stands in its environment is taken away, and never looked at', async () => {
    const opened = await role('backup')
    expect(opened.keys.identities).toEqual([])
    expect(opened.variables).not.toHaveProperty('LIFEBOAT_IDENTITY')
    expect(opened.variables).not.toHaveProperty('LIFEBOAT_SIGNING_KEY')
  })

  it('the role that verifies has it, and hides it', async () => {
    const opened = await role('verify')
    expect(opened.keys.identities).toEqual([keys.verification.identity])
    expect(opened.hidden).toContain(keys.verification.identity)
    expect(opened.variables).not.toHaveProperty('LIFEBOAT_IDENTITY')
  })

  it('a single recipient is warned of, two are not', async () => {
    const warned = async (recipients: string[]) => {
      const single = await testEnvironment(keys, { encryption: { recipients } })
      await using ports = await backupPorts([memoryStore()], keys)
      const report = await backup(single, { class: 'scheduled' }, ports)
      return report.notices.some(({ text }) => /recipient/.test(text))
    }
    expect(await warned([keys.verification.recipient])).toBe(true)
    expect(await warned([keys.offline.recipient, keys.verification.recipient])).toBe(false)
  })
})

describe('promise 5: recovery needs neither Lifeboat nor GitHub', () => {
  it('the store and each backup say how, and the manifest carries the environment file as it was', async () => {
    const { store } = await busyStore()
    const pages = [...store.objects.keys()].filter((key) => key.endsWith('RECOVERY.md'))
    expect(pages).toContain('RECOVERY.md')
    expect(pages).toHaveLength(3)
    const manifestKey = [...store.objects.keys()].find((key) => key.endsWith('/manifest.json')) ?? ''
    const manifest = JSON.parse(bytesAt(store, manifestKey).toString()) as { environmentFile: string }
    expect(manifest.environmentFile).toBe(environment.text)
    expect(manifest.environmentFile).toContain('${DATABASE_URL}')
  })
})

describe('promise 8: neither secrets nor data leak', () => {
  const canary = 'canary-row-93b1d7'
  let server: TestServer
  let workspace: Workspace
  beforeAll(async () => {
    const major = (await testMajors()).at(-1) ?? 0
    server = await startServer({ major })
    server.psql('create database secrets')
    server.psql(`create table told as select '${canary}' as what from generate_series(1, 200000)`, 'secrets')
    workspace = await createWorkspace({ url: server.url('secrets'), bindir: server.bindir })
  })
  afterAll(async () => {
    await workspace[Symbol.asyncDispose]()
    await server[Symbol.asyncDispose]()
  })

  it.each(['backup', 'verify'] as const)(
    'while a %s runs, no child has a secret in its arguments, nor one that it does not need in its environment',
    async (verb) => {
      // A quick pg_dump would be over before anybody has looked: its table does not come to its end until it was seen.
      await using relay = await startHaltingRelay(server.port, 1_000_000)
      const source = new URL(server.url('secrets'))
      source.port = String(relay.port)
      const variables =
        verb === 'backup'
          ? { ...workspace.backupVariables, DATABASE_URL: source.href }
          : workspace.verifyVariables
      const child = spawn(
        process.execPath,
        [join(repository, 'bin/lifeboat.js'), verb, '--environment', 'e2e', '--json'],
        {
          cwd: workspace.folder,
          stdio: ['ignore', 'pipe', 'pipe'],
          env: {
            PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
            RUNNER_TEMP: workspace.runnerTemp,
            UNRELATED: 'canary-of-the-shell',
            ...variables,
          },
        },
      )
      let said = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => (said += text))
      }
      const ended = new Promise((resolve) => {
        child.once('close', resolve)
      })
      const commands = new Set<string>()
      let seen = ''
      while (child.exitCode === null && child.signalCode === null) {
        const children = descendantsOf(child.pid ?? 0)
        // Until it becomes its program, a child is a copy of ourselves.
        const programs = children.filter(({ command }) => !command.includes('lifeboat.js'))
        for (const { command } of programs) commands.add(command)
        const visible = visibleOf(programs)
        seen += visible
        if (visible.includes('--snapshot=')) relay.goOn()
        await wait(15)
      }
      await ended
      expect(child.exitCode).toBe(0)
      // The source's password stands in the environment of the programs that connect there, and nowhere else.
      const { password } = server
      const secrets = workspace.secrets.filter((secret) => secret !== password).flatMap(secretForms)
      expect(
        [...commands].filter((command) => workspace.secrets.some((one) => command.includes(one))),
      ).toEqual([])
      const forbidden = [...secrets, 'canary-of-the-shell', 'LIFEBOAT_IDENTITY', canary]
      expect(forbidden.filter((one) => seen.includes(one))).toEqual([])
      expect(commands.size).toBeGreaterThan(0)
      expect(seen).toContain(verb === 'backup' ? 'pg_dump' : 'postgres')
      expect(seen.includes(password)).toBe(verb === 'backup')
      expect([...secrets, password, canary].filter((one) => said.includes(one))).toEqual([])
    },
  )
})

describe('promise 9: what we did not make, we do not trust', () => {
  it('manifest and proof carry signatures that minisign itself accepts, each of its own role', async () => {
    const { store } = await busyStore()
    await using folder = await temporaryFolder()
    const check = async (object: string, publicKey: string) => {
      await writeFile(join(folder.path, 'object'), bytesAt(store, object))
      await writeFile(join(folder.path, 'object.sig'), bytesAt(store, `${object}.sig`))
      const { code } = await runProgram(
        'minisign',
        ['-V', '-P', minisignPublicKey(publicKey), '-m', 'object', '-x', 'object.sig'],
        { directory: folder.path },
      )
      return code === 0
    }
    const objects = [...store.objects.keys()]
    const manifest = objects.find((key) => key.endsWith('/manifest.json')) ?? ''
    const proof = objects.find((key) => /proofs\/.*\.json$/.test(key)) ?? ''
    expect(await check(manifest, keys.backup.publicKey)).toBe(true)
    expect(await check(proof, keys.verify.publicKey)).toBe(true)
    expect(await check(manifest, keys.verify.publicKey)).toBe(false)
    expect(await check(proof, keys.backup.publicKey)).toBe(false)
  })

  it('without a public key the verification passes with a notice', async () => {
    const unsigned = await testEnvironment(keys, { signing: undefined })
    const store = memoryStore()
    await using writing = await backupPorts([store], keys, {
      keys: { passphrase: null, identities: [], signing: null },
    })
    await backup(unsigned, { class: 'scheduled' }, writing)
    await using reading = await verifyPorts([store], keys, {
      keys: { passphrase: null, identities: [keys.verification.identity], signing: null },
    })
    const { report } = await verify(unsigned, { backup: 'latest', level: 'useful' }, reading)
    expect(report.verdict).toBe('passed')
    expect(report.notices.some(({ text }) => /origin/.test(text))).toBe(true)
  })

  it.each(['backup', 'verify'] as const)(
    'a %s of a protected environment without keys is refused before it begins',
    async (verb) => {
      const guarded = await testEnvironment(keys, { protected: true, signing: undefined })
      const change = { keys: { passphrase: null, identities: [], signing: null } }
      await using ports = await backupPorts([memoryStore()], keys, change)
      const report =
        verb === 'backup'
          ? await backup(guarded, { class: 'scheduled' }, ports)
          : (await verify(guarded, { backup: 'latest', level: 'useful' }, ports)).report
      expect(report).toMatchObject({ verdict: 'failed', failure: { kind: 'config' } })
    },
  )
})
