import { Failure } from '../domain/failure.ts'
import type { DrillServer, Elsewhere } from '../ports/laboratory.ts'
import type { Scenario } from '../operations/drill/scenario.ts'
import { noticeSilence } from './watch.ts'

/** Server, Lifeboat and GitHub are gone; what is left is a store, its page, and the offline key. */
export function breakGlass(): Scenario {
  let newest = ''
  let elsewhere: Elsewhere | null = null
  return {
    name: 'break-glass',
    summary:
      'Server, Lifeboat and GitHub are gone: a person follows RECOVERY.md with stock tools and the offline key',
    steps: {
      inject: 'Kill the server',
      detect: 'Health checks fail, several in a row',
      recover:
        'Fetch the folder of the newest backup; run the commands of its RECOVERY.md as they stand, by age, zstd and PostgreSQL’s own tools, in an empty environment; lead the application there',
      check: 'The page’s own check found every digest right, and its commands ended without an error',
    },
    losesBack: 'to the last backup',
    restoresService: true,
    programs: ['age', 'zstd'],
    inapplicable: () => null,
    prepare: async ({ double, workload, laboratory }) => {
      newest = await double.backUp()
      elsewhere = await laboratory.openElsewhere()
      await workload.untilAcknowledged(5)
    },
    inject: async ({ primary, struck }) => {
      struck()
      await primary.kill()
    },
    detect: (scene) => noticeSilence(scene),
    recover: async (scene) => {
      const { laboratory, double, application, environment } = scene
      const place = elsewhere
      const [store] = double.stores
      if (place === null || store === undefined) throw new TypeError('the scenario was not prepared')
      const server = await laboratory.startServer('server by hand')
      await place.bring(store, `${environment.environment}/backups/${newest}/`)
      const page = await place.read('RECOVERY.md')
      await place.write('key.txt', `${double.identities.offline}\n`)
      await carryOut(place, server, page)
      application.leadTo(server)
      scene.check({
        name: 'the page alone was enough',
        status: 'passed',
        detail: `every block of commands ended well, ${place.how}`,
      })
      scene.notice(
        'the offline key of the double stood for yours: that yours still opens backups, only fetching it tells',
      )
    },
    check: async () => undefined,
  }
}

/** The blocks of the page, in its order; of the two ways to restore the first. */
async function carryOut(place: Elsewhere, server: DrillServer, page: string): Promise<void> {
  const [globals, beside] = blocks(page, /^6\. Restore/)
  const steps: [what: string, commands: string | undefined][] = [
    ['check the digests', blocks(page, /^3\. Check/)[0]],
    ['open and unpack', blocks(page, /^5\. Open/)[0]],
    ['restore the roles', beside === undefined ? undefined : globals],
    ['restore the database', beside === undefined ? globals : `set -e\n${beside}`],
  ]
  for (const [what, commands] of steps) {
    if (commands === undefined) continue
    const { code, stderr } = await place.run(commands, server)
    if (code === 127) {
      throw new Failure(
        'missing',
        `the page's commands to ${what} need a program that is not on this machine`,
        {
          hint: `Install age, zstd and PostgreSQL's programs. It was said: ${lastLine(stderr)}`,
        },
      )
    }
    if (code !== 0) {
      throw new Failure('objective', `the page's commands to ${what} ended with ${code}`, {
        subjects: [lastLine(stderr)],
      })
    }
  }
}

/** The commands under a heading, block by block, as they stand on the page. */
function blocks(page: string, heading: RegExp): string[] {
  const section = page.split(/^## /m).find((text) => heading.test(text)) ?? ''
  return [...section.matchAll(/^(`{3,})bash\n([\s\S]*?)\n\1$/gm)].map(([, , commands]) => commands ?? '')
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
