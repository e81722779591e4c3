import { Failure } from '../domain/failure.ts'
import type { Scenario, Scene } from '../operations/drill/scenario.ts'
import { list } from '../operations/list/list.ts'
import { checkWholeIn } from './store-failure.ts'

/** A run that makes a backup is killed outright. */
export function interruptedBackup(): Scenario {
  let earlier = ''
  let half = ''
  let later = ''
  return {
    name: 'interrupted-backup',
    summary: 'A run that makes a backup is killed outright, in the midst of it',
    steps: {
      inject: 'Start a backup in a process of its own; kill -9 it when its first objects are stored',
      detect: 'The list of backups has no new one',
      recover: 'Make the next backup, which the dead run’s leases must not hold up',
      check: 'The half backup counts for nothing; the one before it and the one after are whole',
    },
    losesBack: 'nothing',
    restoresService: false,
    inapplicable: () => null,
    prepare: async ({ double }) => {
      earlier = await double.backUp()
    },
    inject: async (scene) => {
      await using run = await scene.double.startBackup()
      const said: string[] = []
      run.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
      run.stdout.resume()
      const ended = { yet: false }
      void run.ended.then(() => (ended.yet = true))
      for (;;) {
        half = (await foldersWithout(scene, earlier))[0] ?? ''
        if (half !== '') break
        if (ended.yet) {
          throw new Failure('objective', 'the backup ended before it could be killed', {
            hint: said.join('').trim().split('\n').at(-1) ?? '',
          })
        }
        await scene.sleep(5)
      }
      scene.struck()
      run.kill('SIGKILL')
      await run.ended
    },
    detect: async (scene) => {
      const { backups } = await list(scene.double.environment, scene.double.ports)
      if (backups.some(({ id }) => id === half)) {
        throw new Failure('objective', 'the backup was finished before it was killed')
      }
      const newest = backups.find(({ id }) => id === earlier)
      if (newest === undefined) throw new Failure('integrity', 'the backup before it is not listed any more')
      return 'no backup was added by a run that should have made one'
    },
    recover: async ({ double }) => {
      later = await double.backUp()
    },
    check: async (scene) => {
      const { backups } = await list(scene.double.environment, scene.double.ports)
      const isListed = backups.some(({ id }) => id === half)
      scene.check({
        name: 'half a backup is none',
        status: isListed ? 'failed' : 'passed',
        detail: isListed
          ? 'the killed run’s backup is listed'
          : 'what the killed run left is listed nowhere; retention removes it once no run can need it',
        failure: 'integrity',
      })
      await checkWholeIn(scene, 0, earlier)
      await checkWholeIn(scene, 0, later)
    },
  }
}

/** Folders of backups in the first store that are neither the environment's own nor this one. */
async function foldersWithout({ double, backupId, environment }: Scene, known: string): Promise<string[]> {
  const prefix = `${environment.environment}/backups/`
  const ids = new Set<string>()
  const [near] = double.stores
  if (near === undefined) return []
  for await (const { key } of near.store.list(prefix)) ids.add(key.slice(prefix.length).split('/')[0] ?? '')
  return [...ids].filter((id) => id !== known && id !== backupId && id !== '')
}
