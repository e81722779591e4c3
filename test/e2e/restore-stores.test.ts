import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../src/domain/report.ts'
import { restoreModes } from '../../src/ports/restoration.ts'
import { lifeboat } from '../cli/command-line.ts'
import { startAzurite } from '../support/azure/start.ts'
import { startFakeGcs } from '../support/gcs/start.ts'
import { testMajors } from '../support/postgres/install.ts'
import { startServer, type TestServer } from '../support/postgres/server.ts'
import { startRealS3 } from '../support/s3/start.ts'
import { createWorkspace } from './workspace.ts'

/** A real server of one kind of store, and what an environment file says to use it. */
interface StoreServer {
  store: Record<string, unknown>
  variables: Record<string, string>
}

const stack = new AsyncDisposableStack()
const servers: Record<string, () => Promise<StoreServer | null>> = {
  s3: async () => {
    const server = await startRealS3()
    if (server === null) return null
    stack.use(server)
    return {
      store: {
        name: 'bucket',
        type: 's3',
        bucket: await server.bucket('e2e'),
        region: server.region,
        endpoint: '${STORE_ENDPOINT}',
        'access-key-id': '${STORE_USER}',
        'secret-access-key': '${STORE_SECRET}',
      },
      variables: {
        STORE_ENDPOINT: server.endpoint,
        STORE_USER: server.accessKeyId,
        STORE_SECRET: server.secretAccessKey,
      },
    }
  },
  azure: async () => {
    const server = await startAzurite()
    if (server === null) return null
    stack.use(server)
    return {
      store: {
        name: 'container',
        type: 'azure',
        container: await server.container('e2e'),
        account: '${STORE_USER}',
        endpoint: '${STORE_ENDPOINT}',
        'account-key': '${STORE_SECRET}',
      },
      variables: {
        STORE_ENDPOINT: server.endpoint,
        STORE_USER: server.account,
        STORE_SECRET: server.accountKey,
      },
    }
  },
  gcs: async () => {
    const server = await startFakeGcs()
    if (server === null) return null
    stack.use(server)
    return {
      store: {
        name: 'bucket',
        type: 'gcs',
        bucket: await server.bucket('e2e'),
        endpoint: '${STORE_ENDPOINT}',
      },
      variables: { STORE_ENDPOINT: server.endpoint },
    }
  },
  local: async () => ({
    store: { name: 'disk', type: 'local', path: '${STORE_FOLDER}' },
    variables: {},
  }),
}

const majors = await testMajors()
let server: TestServer
beforeAll(async () => {
  server = await startServer({ major: majors.at(-1) ?? 17 })
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await stack.disposeAsync()
})

describe.each(Object.keys(servers))('from a store of type %s', (kind) => {
  it('a backup comes back in every mode, and what was there before is kept', async () => {
    const place = await servers[kind]?.()
    // That it was not run for real is noted, and fails where CI is true.
    if (place === null || place === undefined) return
    const database = `shop_${kind}`
    server.psql(`create database ${database}`)
    server.psql(
      'create table orders as select i as id, md5(i::text) as note from generate_series(1, 5000) i',
      database,
    )
    await using workspace = await createWorkspace({
      url: server.url(database),
      bindir: server.bindir,
      root: { stores: [place.store] },
      variables: place.variables,
    })
    const run = async (...words: string[]): Promise<Report> => {
      const { stdout, stderr, code } = await lifeboat(
        [...words.slice(0, 1), '--environment', 'e2e', '--json', ...words.slice(1)],
        {
          directory: workspace.folder,
          variables: { ...workspace.verifyVariables, ...workspace.backupVariables },
        },
      )
      if (code !== 0) throw new Error(stderr)
      return JSON.parse(stdout) as Report
    }
    const { backupId } = await run('backup')
    server.psql('delete from orders where id > 100', database)
    for (const mode of restoreModes) {
      const consent = mode === 'side-by-side' ? [] : ['--confirm', 'e2e', '--reason', 'rows were deleted']
      const { restored, backupId: chosen } = await run('restore', '--mode', mode, ...consent)
      // In-place makes a backup of the loss first, which is not the latest.
      expect(chosen).toBe(backupId)
      const [came] = restored?.places ?? []
      expect(server.psql('select count(*) from orders', came?.database)).toBe('5000')
      expect(came?.keptAs === null).toBe(mode === 'side-by-side')
      server.psql('delete from orders where id > 100', database)
    }
  })
})
