import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createProcesses } from '../../src/host/processes.ts'
import { openTarget } from '../../src/targets/open.ts'
import { targetContract, type TargetSubject } from '../contracts/target.ts'
import { targetConfig } from '../support/targets/target-config.ts'

/** A platform of files: `running` holds what runs, `tags` what a version's name means, `data` what the application keeps. */
const program = `#!/bin/sh
set -eu
cd "$PLATFORM"
step=$1
image_of() { if [ -e "tags/$1" ]; then cat "tags/$1"; else echo "image-of-$1"; fi; }
bring_up() {
  state=running
  [ "$LIFEBOAT_VERSION" != unwell ] || state=unhealthy
  for name in web worker; do
    printf '%s %s %s\\n' "$state" "$LIFEBOAT_VERSION" "$1" > "services/$name"
    if [ -e midway ]; then touch reached; sleep 600; fi
  done
  [ $state = running ]
}
case $step in
  deploy) bring_up "$(image_of "$LIFEBOAT_VERSION")" ;;
  roll-back) bring_up "$(printf '%s' "$LIFEBOAT_IMAGES" | sed 's/.*"web":"\\([^"]*\\)".*/\\1/')" ;;
  migrate) printf %s "$LIFEBOAT_VERSION" > migrated ;;
  stop) for file in services/*; do [ ! -e "$file" ] || sed -i 's/^[a-z]*/stopped/' "$file"; done ;;
  clean) rm -rf services data; mkdir services data ;;
  services)
    comma=
    printf '['
    for file in services/*; do
      [ -e "$file" ] || continue
      read -r state version image < "$file"
      printf '%s{"name":"%s","status":"%s","version":"%s","image":"%s"}' "$comma" "\${file#*/}" "$state" "$version" "$image"
      comma=,
    done
    printf ']' ;;
esac
`

async function commandSubject(): Promise<TargetSubject> {
  const folder = await mkdtemp(join(tmpdir(), 'lifeboat-command-'))
  const path = join(folder, 'platform')
  await writeFile(path, program)
  await chmod(path, 0o755)
  const processes = createProcesses()
  const variables = { PATH: '/usr/bin:/bin', PLATFORM: folder }
  const signal = new AbortController().signal
  await processes.run('mkdir', ['services', 'data', 'tags'], {
    environment: variables,
    directory: folder,
    signal,
  })
  const config = targetConfig({
    type: 'command',
    restart: [path, 'restart'],
    deploy: [path, 'deploy'],
    'roll-back': [path, 'roll-back'],
    migrate: [path, 'migrate'],
    services: [path, 'services'],
    stop: [path, 'stop'],
    clean: [path, 'clean'],
    variables: ['PLATFORM'],
  })
  const midway = join(folder, 'midway')
  return {
    target: openTarget(config, { variables, processes }),
    unwell: 'unwell',
    moveTag: (version) => writeFile(join(folder, 'tags', version), 'another-image\n'),
    data: {
      write: () => writeFile(join(folder, 'data/written'), ''),
      isThere: () =>
        readFile(join(folder, 'data/written')).then(
          () => true,
          () => false,
        ),
    },
    midway: async () => {
      const controller = new AbortController()
      await writeFile(midway, '')
      const stop = async () => {
        while (!(await exists(join(folder, 'reached')))) await new Promise((resolve) => setImmediate(resolve))
        await rm(midway)
        controller.abort(new Error('stopped'))
      }
      void stop()
      return controller.signal
    },
    migrated: () => readFile(join(folder, 'migrated'), 'utf8'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  )
}

describe('programs of the user as a target to deploy to', () => {
  targetContract(commandSubject)

  const open = (more: { deploy?: string[]; services?: string[] }) =>
    openTarget(targetConfig({ type: 'command', restart: ['true'], ...more }), {
      variables: { PATH: '/usr/bin:/bin' },
      processes: createProcesses(),
    })
  const { signal } = new AbortController()

  test('a step without a program is left to a person', async () => {
    const target = open({})
    for (const outcome of [
      await target.deploy('1.0', signal),
      await target.rollBack({ version: '1.0', images: {} }, signal),
      await target.stop(signal),
      await target.clean(signal),
    ]) {
      expect(outcome.status).toBe('manual')
    }
    expect(await target.running(signal)).toBeNull()
  })

  test('without one that rolls back, the former version is deployed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lifeboat-command-'))
    const target = open({ deploy: ['sh', '-c', `printf %s "$LIFEBOAT_VERSION" > ${folder}/version`] })
    expect((await target.rollBack({ version: '0.9', images: {} }, signal)).status).toBe('done')
    expect(await readFile(join(folder, 'version'), 'utf8')).toBe('0.9')
    await rm(folder, { recursive: true })
  })

  test('services that are told in another form are the file’s fault, and what was printed is not repeated', async () => {
    const told = open({ services: ['echo', 'canary-secret'] }).services(signal)
    await expect(told).rejects.toMatchObject({ kind: 'config' })
    await expect(told).rejects.not.toMatchObject({ message: expect.stringContaining('canary') as unknown })
  })
})
