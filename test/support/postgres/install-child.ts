/**
 * `node install-child.ts FOLDER MAJOR`: installs a major by apt, with FOLDER/saved as its cache, and prints what was seen
 * as JSON. Changes the machine: see install-child.sh.
 */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createProcesses } from '../../../src/host/processes.ts'
import { silentLog } from '../../../src/ports/log.ts'
import { findTools } from '../../../src/sources/postgres/tools.ts'

const [folder = '', major] = process.argv.slice(2)
const packages = join(folder, 'packages')
const saved = join(folder, 'saved')
const warnings: string[] = []
const seen = { restored: '', saved: '' }
rmSync(packages, { recursive: true, force: true })

const tools = await findTools(Number(major), {
  processes: createProcesses(),
  log: { ...silentLog, warning: (text) => warnings.push(text) },
  install: 'auto',
  needServer: true,
  environment: {},
  cache: {
    folder: packages,
    restore: async (_paths, key) => {
      if (!existsSync(join(saved, key))) return false
      seen.restored = key
      cpSync(join(saved, key), packages, { recursive: true })
      return true
    },
    save: async (_paths, key) => {
      seen.saved = key
      mkdirSync(saved, { recursive: true })
      cpSync(packages, join(saved, key), { recursive: true })
    },
  },
})

const servers = readdirSync('/proc').filter((pid) => {
  try {
    return (
      /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith(tools.path('postgres'))
    )
  } catch {
    return false
  }
})
const switches = ['/usr/sbin/policy-rc.d', '/etc/postgresql-common/createcluster.d/zz-lifeboat.conf']
const installed = readdirSync(packages).filter((name) => name.endsWith('.deb'))
process.stdout.write(
  JSON.stringify({
    ...seen,
    warnings: warnings.length,
    version: tools.version,
    servers: servers.length,
    switchesLeft: switches.filter((path) => existsSync(path)),
    installed: Object.fromEntries(
      installed.map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(packages, name)))
          .digest('hex'),
      ]),
    ),
  }),
)
