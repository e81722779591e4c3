import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installPostgres, testMajors } from '../support/postgres/install.ts'
import { startServer, type TestServer } from '../support/postgres/server.ts'
import { commitAll, runWorkflow, trouble, type WorkflowResult } from '../support/workflows/act.ts'
import { initInto, published } from '../support/workflows/adopted.ts'
import { findTool } from '../support/workflows/tools.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** A row that must not turn up in anything that people may read. */
const canary = 'canary-5e1f-row'

describe('a repository that adopted Lifeboat by init', () => {
  let home = ''
  let repository = ''
  let keysFolder = ''
  let server: TestServer | null = null
  let api: Server | null = null
  let act: string | null = null

  beforeAll(async () => {
    act = await findTool('act')
    if (act === null) return
    home = await mkdtemp(join(tmpdir(), 'lifeboat-consumer-'))
    repository = join(home, 'adopter')
    keysFolder = join(home, 'keys')
    await mkdir(repository)
    await mkdir(join(home, 'backups'))
    // What a release has: the actions, and nothing else of ours.
    await cp(join(root, 'actions'), join(home, 'lifeboat/actions'), { recursive: true })
    const [major = 0] = await testMajors()
    await installPostgres(major)
    server = await startServer({ major })
    server.psql('create database shop')
    server.psql(
      `create table note (id int primary key, text text);
      insert into note select i, '${canary}-' || i from generate_series(1, 1000) i`,
      'shop',
    )
    const options = {
      store: 'local',
      path: join(home, 'backups'),
      environment: 'shop',
      'runs-on': 'self-hosted',
    }
    await initInto(repository, options, { keysFolder })
    await commitAll(repository, 'adopter/shop')
    api = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('[]')
    })
    await new Promise<void>((resolve) => api?.listen(0, '127.0.0.1', resolve))
  })

  afterAll(async () => {
    api?.close()
    api?.closeAllConnections()
    await server?.[Symbol.asyncDispose]()
    if (home !== '') await rm(home, { recursive: true, force: true })
  })

  const key = async (name: string): Promise<string> =>
    (await run('grep', ['-v', '^#', join(keysFolder, name)])).stdout.trim()

  const runVerb = async (verb: string, secrets: Record<string, string>): Promise<WorkflowResult> => {
    const address = api?.address()
    if (act === null || typeof address !== 'object' || address === null)
      throw new Error('the set-up did not finish')
    return runWorkflow({
      act,
      repository,
      workflow: `lifeboat-shop-${verb}.yml`,
      secrets,
      actions: { [published]: join(home, 'lifeboat') },
      runners: ['self-hosted'],
      apiUrl: `http://127.0.0.1:${address.port}`,
    })
  }

  it('makes a backup and proves it with its own workflows', async ({ skip }) => {
    if (act === null) skip('act could not be had')
    if (server === null) throw new Error('the set-up did not finish')

    const backup = await runVerb('backup', {
      DATABASE_URL: server.url('shop'),
      LIFEBOAT_SIGNING_KEY: await key('backup-signing-key.txt'),
    })
    expect(trouble(backup)).toBe('')
    const [id = ''] = await readdir(join(home, 'backups/shop/backups'))
    expect(await readdir(join(home, 'backups/shop/backups', id))).toContain('manifest.json.sig')

    const recovered = await run(
      join(root, '.github/prober/recover.sh'),
      [
        join(home, 'backups/shop/backups', id),
        'main',
        join(keysFolder, 'offline-identity.txt'),
        server.bindir,
      ],
      { env: { PATH: process.env['PATH'], DATABASE_URL: server.url('shop') } },
    )
    expect(recovered.stdout).toMatch(/^1 tables are equal/)

    const proof = await runVerb('verify', {
      LIFEBOAT_IDENTITY: await key('verify-identity.txt'),
      LIFEBOAT_SIGNING_KEY: await key('verify-signing-key.txt'),
    })
    expect(trouble(proof)).toBe('')
    expect([backup.jobs, proof.jobs]).toEqual([{ backup: 'success' }, { verify: 'success' }])
    const [file = ''] = await readdir(join(home, 'backups/shop/proofs', id))
    expect(JSON.parse(await readFile(join(home, 'backups/shop/proofs', id, file), 'utf8'))).toMatchObject({
      backupId: id,
      signed: true,
    })

    const shown = [backup.log, backup.summary, proof.log, proof.summary].join('\n')
    expect(shown).not.toContain(canary)
  })
})
