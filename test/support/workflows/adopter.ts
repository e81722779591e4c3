import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InitOptions } from '../../../src/operations/init/options.ts'
import { testMajors } from '../postgres/install.ts'
import { startServer, type TestServer } from '../postgres/server.ts'
import { commitAll, runWorkflow, type WorkflowResult, type WorkflowRun } from './act.ts'
import { initInto, published } from './adopted.ts'

/** A row that must not turn up in anything that people may read. */
export const canary = 'canary-5e1f-row'

/** A repository with Lifeboat's workflows, a database to protect and a folder to store in. */
export interface Adopter extends AsyncDisposable {
  readonly server: TestServer
  readonly databaseUrl: string
  /** The folder of the store. */
  readonly backups: string
  readonly keysFolder: string
  key(file: string): Promise<string>
  run(wanted: Pick<WorkflowRun, 'workflow' | 'event' | 'secrets' | 'variables'>): Promise<WorkflowResult>
}

const root = join(import.meta.dirname, '../../..')

export interface AdopterOptions {
  /** Whether it is Lifeboat's own repository, with workflows and actions of its own, or somebody else's. */
  own: boolean
  /** Where backups go, when it is no local folder. */
  store?: InitOptions
}

export async function makeAdopter(
  act: string,
  environment: string,
  { own, store }: AdopterOptions,
): Promise<Adopter> {
  await using opened = new AsyncDisposableStack()
  const home = await mkdtemp(join(tmpdir(), 'lifeboat-adopter-'))
  opened.defer(() => rm(home, { recursive: true, force: true }))
  const repository = join(home, 'repository')
  const keysFolder = join(home, 'keys')
  const backups = join(home, 'backups')
  await mkdir(repository)
  await mkdir(backups)
  if (own) await cp(join(root, '.github'), join(repository, '.github'), { recursive: true })
  // What a release has: the actions, and nothing else of ours.
  const actions = own ? repository : join(home, 'lifeboat')
  await cp(join(root, 'actions'), join(actions, 'actions'), { recursive: true })
  await initInto(
    repository,
    { ...(store ?? { store: 'local', path: backups }), environment, 'runs-on': 'self-hosted' },
    { keysFolder },
  )
  await commitAll(repository, 'adopter/shop')

  const [major = 0] = await testMajors()
  const server = opened.use(await startServer({ major }))
  server.psql('create database shop')
  server.psql(
    `create table note (id int primary key, text text);
     insert into note select i, '${canary}-' || i from generate_series(1, 1000) i`,
    'shop',
  )

  // GitHub, as somebody without any issue sees it.
  const api = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('[]')
  })
  opened.defer(() => {
    api.close()
    api.closeAllConnections()
  })
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
  const address = api.address()
  if (typeof address !== 'object' || address === null) throw new Error('the stand-in for GitHub has no port')

  const resources = opened.move()
  return {
    server,
    databaseUrl: server.url('shop'),
    backups: join(backups, environment),
    keysFolder,
    key: async (file) => {
      const lines = (await readFile(join(keysFolder, file), 'utf8')).split('\n')
      return lines.find((line) => line !== '' && !line.startsWith('#')) ?? ''
    },
    run: (wanted) =>
      runWorkflow({
        act,
        repository,
        actions: own ? {} : { [published]: actions },
        runners: ['self-hosted', 'ubuntu-24.04'],
        apiUrl: `http://127.0.0.1:${address.port}`,
        ...wanted,
      }),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}
