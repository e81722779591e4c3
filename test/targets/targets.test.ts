import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createProcesses } from '../../src/host/processes.ts'
import { openTarget } from '../../src/targets/open.ts'
import type { TargetConfig } from '../../src/domain/environment/schema.ts'
import { targetConfig } from '../support/targets/target-config.ts'

/** Stands in the place of docker, kubectl or a user's own program: notes its arguments and its whole environment. */
const recorder = `#!/bin/sh
name=$(basename "$0")
{ printf '%s' "$name"; for word in "$@"; do printf ' %s' "$word"; done; printf '\\n'; } >> "$RECORD"
env >> "$RECORD.environment"
`

let folder: string
let variables: Record<string, string>
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lifeboat-targets-'))
  for (const name of ['docker', 'kubectl', 'restart-shop', 'reroute-shop']) {
    await writeFile(join(folder, name), recorder)
    await chmod(join(folder, name), 0o755)
  }
  variables = {
    PATH: `${folder}:/usr/bin:/bin`,
    RECORD: join(folder, 'record'),
    KUBECONFIG: '/kube/config',
    DOCKER_HOST: 'tcp://docker.example',
    SHOP_TOKEN: 'for the program',
    GITHUB_TOKEN: 'not for the program',
    LIFEBOAT_IDENTITY: 'not for the program either',
  }
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const signal = new AbortController().signal
const common = { variables: ['RECORD', 'SHOP_TOKEN'] }

function target(config: TargetConfig | undefined) {
  return openTarget(config, { variables, processes: createProcesses() })
}

const record = async (): Promise<string[]> =>
  (await readFile(join(folder, 'record'), 'utf8')).trimEnd().split('\n')
const environment = (): Promise<string> => readFile(join(folder, 'record.environment'), 'utf8')

const compose = targetConfig({
  type: 'compose',
  files: ['compose.yml', 'compose.production.yml'],
  project: 'shop',
  services: ['web', 'worker'],
  timeout: '90s',
  ...common,
})
const kubernetes = targetConfig({
  type: 'kubernetes',
  workloads: ['deployment/web', 'statefulset/worker'],
  context: 'eu',
  namespace: 'shop',
  timeout: '60s',
  ...common,
})
const command = targetConfig({
  type: 'command',
  restart: ['restart-shop', 'the web'],
  timeout: '60s',
  ...common,
  reroute: ['reroute-shop', '--now'],
})

describe('a target', () => {
  it('of Compose is the project of the environment file, whatever variables name another', async () => {
    const choices = {
      COMPOSE_PROJECT_NAME: 'production',
      COMPOSE_FILE: 'production.yml',
      COMPOSE_PROFILES: 'production',
    }
    Object.assign(variables, choices)
    await target({ ...compose, variables: [...compose.variables, ...Object.keys(choices)] }).restart(signal)
    for (const line of await record()) expect(line).toContain(' -p shop ')
    const given = await environment()
    expect(given).toContain('DOCKER_HOST=')
    expect(given).not.toContain('COMPOSE_')
  })

  it('of Compose restarts the services, starts those that were down, and waits until all are well', async () => {
    const outcome = await target(compose).restart(signal)
    expect(outcome.status).toBe('done')
    const files = '-f compose.yml -f compose.production.yml -p shop'
    expect(await record()).toEqual([
      `docker compose ${files} ps --all --quiet`,
      `docker compose ${files} restart web worker`,
      `docker compose ${files} ps --all --quiet`,
      `docker compose ${files} up --detach --no-recreate --wait --wait-timeout 90 web worker`,
    ])
    expect(await environment()).toContain('DOCKER_HOST=tcp://docker.example')
  })

  it('of Compose says which variable has the version, where one starts by hand what did not come up', async () => {
    const failing = `#!/bin/sh\ncase "$*" in *' up '*) exit 1;; esac\n`
    await writeFile(join(folder, 'docker'), failing)
    const config = targetConfig({ type: 'compose', 'version-variable': 'IMAGE_TAG', services: ['web'] })
    await expect(target(config).restart(signal)).rejects.toMatchObject({
      hint: 'Run it by hand to see what it says, with IMAGE_TAG=… for the version that is to run: docker compose up --detach --no-recreate --wait --wait-timeout 120 web',
    })
  })

  it('of Kubernetes restarts each workload and waits for its roll-out', async () => {
    expect((await target(kubernetes).restart(signal)).status).toBe('done')
    const where = '--context eu --namespace shop rollout'
    expect(await record()).toEqual([
      `kubectl ${where} restart deployment/web statefulset/worker`,
      `kubectl ${where} status deployment/web --timeout=60s`,
      `kubectl ${where} status statefulset/worker --timeout=60s`,
    ])
    expect(await environment()).toContain('KUBECONFIG=/kube/config')
  })

  it('of a command runs it, and reroutes with the URL in its environment alone', async () => {
    const url = 'postgres://shop:canary@db.example/shop_new'
    expect((await target(command).restart(signal)).status).toBe('done')
    const { status, detail } = await target(command).reroute(url, signal)
    expect(status).toBe('done')
    expect(detail).not.toContain('canary')
    expect(await record()).toEqual(['restart-shop the web', 'reroute-shop --now'])
    expect(await environment()).toContain(`LIFEBOAT_DATABASE_URL=${url}`)
  })

  it.each([
    ['nothing', undefined],
    ['a manual one', targetConfig({ type: 'manual', ...common })],
  ])('of which the file says %s leaves both steps to a person', async (_, config) => {
    expect((await target(config).restart(signal)).status).toBe('manual')
    const rerouted = await target(config).reroute('postgres://shop:canary@db.example/shop', signal)
    expect(rerouted.status).toBe('manual')
    expect(rerouted.detail).not.toContain('canary')
  })

  it.each([
    ['Compose', compose],
    ['Kubernetes', kubernetes],
    ['a command', command],
  ])('of %s gives the program no variable but those it needs and those the file names', async (_, config) => {
    await target(config).restart(signal)
    const seen = await environment()
    expect(seen).toContain('SHOP_TOKEN=for the program')
    expect(seen).not.toContain('not for the program')
  })

  it.each([
    ['Compose', compose, 'docker compose -f compose.yml -f compose.production.yml -p shop up'],
    ['Kubernetes', kubernetes, 'kubectl --context eu --namespace shop rollout status'],
    ['a command', command, 'restart-shop'],
  ])(
    'of %s whose program fails is unavailable, and repeats nothing of what it said',
    async (_, config, words) => {
      await writeFile(
        join(folder, words.split(' ')[0] ?? ''),
        `#!/bin/sh\ncase "$(basename "$0") $*" in "${words}"*) echo canary-secret >&2; exit 3;; esac\n`,
      )
      const failed = target(config).restart(signal)
      await expect(failed).rejects.toMatchObject({
        kind: 'unavailable',
        message: expect.stringContaining('code 3') as unknown,
      })
      await expect(failed).rejects.not.toMatchObject({
        message: expect.stringContaining('canary-secret') as unknown,
      })
    },
  )

  it('whose program is not there is missing', async () => {
    variables['PATH'] = '/nowhere'
    await expect(target(kubernetes).restart(signal)).rejects.toMatchObject({ kind: 'missing' })
  })

  it('whose program takes too long is unavailable, and the program is ended', async () => {
    await writeFile(join(folder, 'restart-shop'), '#!/bin/sh\nexec sleep 600\n')
    await expect(target({ ...command, timeout: 50 }).restart(signal)).rejects.toMatchObject({
      kind: 'unavailable',
    })
  })

  it.each([
    ['Compose', compose],
    ['Kubernetes', kubernetes],
    ['a command', command],
  ])('of %s says what it would do without doing it', async (_, config) => {
    expect(target(config).describe('restart')).toMatch(/^run /)
    expect(target(config).describe('reroute')).not.toBe('')
    await expect(record()).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
