import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe } from 'vitest'
import { createProcesses } from '../../src/host/processes.ts'
import { openTarget } from '../../src/targets/open.ts'
import { targetContract, type TargetSubject } from '../contracts/target.ts'
import { buildImage, docker, hasDocker, images, removeImages } from '../support/docker/docker.ts'
import { targetConfig } from '../support/targets/target-config.ts'

const idle = `trap 'exit 0' TERM; while true; do sleep 0.1; done`

describe.runIf(await hasDocker())('Docker Compose as a target to deploy to', () => {
  targetContract(composeSubject)
})

async function composeSubject(): Promise<TargetSubject> {
  const folder = await mkdtemp(join(tmpdir(), 'lifeboat-deploy-'))
  const project = basename(folder).toLowerCase()
  const image = (version: string) => `${project}:${version}`
  const build = (version: string, isWell: boolean, salt = '') =>
    buildImage(
      image(version),
      `FROM ${images.busybox}\nENV SALT=${version}${salt}\nRUN ${isWell ? 'touch /well' : 'true'}\nCMD ["sh", "-c", "${idle}"]\n`,
    )
  await build('1.0', true)
  await build('1.1', true)
  await build('unwell', false)
  const file = join(folder, 'compose.yml')
  const web = `
    image: ${project}:\${LIFEBOAT_VERSION:?}
    healthcheck: { test: ["CMD", "test", "-f", "/well"], interval: 1s, retries: 2 }`
  await writeFile(
    file,
    `services:
  web: ${web}
  worker: ${web}
  db:
    image: ${images.busybox}
    command: ["sh", "-c", "${idle}"]
    volumes: ["data:/data"]
volumes: { data: {} }
`,
  )
  const config = targetConfig({
    type: 'compose',
    files: [file],
    project,
    timeout: '60s',
    migrate: ['sh', '-c', 'printf %s "$LIFEBOAT_VERSION" > "$MARK"'],
    variables: ['MARK'],
  })
  const mark = join(folder, 'mark')
  const target = openTarget(config, {
    variables: { ...process.env, MARK: mark },
    processes: createProcesses(),
  })
  const inDb = (...words: string[]) => docker(['exec', `${project}-db-1`, ...words])
  return {
    target,
    unwell: 'unwell',
    moveTag: (version) => build(version, true, '-rebuilt'),
    data: {
      write: async () => {
        await inDb('touch', '/data/written')
      },
      isThere: () =>
        inDb('test', '-f', '/data/written').then(
          () => true,
          () => false,
        ),
    },
    midway: async () => {
      const controller = new AbortController()
      const before = new Set(await containersOf(project))
      void untilAnotherIsThere(project, before).then(() => controller.abort(new Error('stopped')))
      return controller.signal
    },
    migrated: () => readFile(mark, 'utf8'),
    [Symbol.asyncDispose]: async () => {
      await target.clean(new AbortController().signal)
      await removeImages(project)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function containersOf(project: string): Promise<string[]> {
  const filter = `label=com.docker.compose.project=${project}`
  return (await docker(['ps', '--all', '--quiet', '--filter', filter])).split('\n')
}

/** Until a container of the project was made that was not there before. */
async function untilAnotherIsThere(project: string, before: ReadonlySet<string>): Promise<void> {
  while ((await containersOf(project)).every((id) => before.has(id)));
}
