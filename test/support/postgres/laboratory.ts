import { createProcesses } from '../../../src/host/processes.ts'
import { systemClock } from '../../../src/host/clock.ts'
import { systemRandom } from '../../../src/host/random.ts'
import { silentLog } from '../../../src/ports/log.ts'
import type { PostgresLaboratory } from '../../../src/ports/laboratory.ts'
import {
  type LaboratoryOptions,
  startLaboratory,
} from '../../../src/sources/postgres/laboratory/laboratory.ts'
import { findPrivilege } from '../../../src/sources/privilege.ts'
import { notReal } from './install.ts'
import { testTools } from './tools.ts'

export const plainDatabase = {
  encoding: 'UTF8',
  provider: 'libc',
  collate: 'C',
  ctype: 'C',
  locale: null,
  icuRules: null,
} as const

/** A laboratory as the rehearsal starts one, with what a test says otherwise. */
export async function testLaboratory(
  major: number,
  spool: string,
  options: Partial<LaboratoryOptions> = {},
): Promise<PostgresLaboratory> {
  return startLaboratory({
    tools: await testTools(major),
    spool,
    processes: createProcesses(),
    log: silentLog,
    clock: systemClock,
    random: systemRandom,
    signal: new AbortController().signal,
    database: plainDatabase,
    lcMonetary: 'C',
    ...options,
  })
}

/** Runs SQL there by psql and gives unaligned tuples, errors among them. */
export async function ask(laboratory: PostgresLaboratory, sql: string): Promise<string> {
  const tools = await testTools(laboratory.major)
  const done = await createProcesses().run(tools.path('psql'), ['-XAtq', '-f', '-'], {
    environment: laboratory.environment,
    input: sql,
  })
  return `${done.stdout}${done.stderr}`.trimEnd()
}

/** What a shell command prints when the server runs it, as restored code could. */
export async function runInside(laboratory: PostgresLaboratory, command: string): Promise<string> {
  const quoted = command.replaceAll("'", "''")
  return ask(
    laboratory,
    `CREATE TEMP TABLE said (line text);
     COPY said FROM PROGRAM '{ ${quoted}; } 2>&1; echo "code $?"' (DELIMITER E'\\x01');
     SELECT line FROM said;`,
  )
}

/** Whether this machine lets us isolate a laboratory fully; where it does not, the run says that this was not tried. */
export async function mayIsolateFully(): Promise<boolean> {
  const processes = createProcesses()
  const privilege = await findPrivilege(processes)
  if (privilege !== null) {
    const [command, ...args] = [
      ...privilege,
      'unshare',
      '--net',
      '--mount',
      '--pid',
      '--ipc',
      '--fork',
      'true',
    ]
    const tried = await processes.run(command, args, {
      environment: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
    })
    if (tried.code === 0) return true
  }
  notReal('full isolation of a laboratory: it needs Linux with root or passwordless sudo')
  return false
}
