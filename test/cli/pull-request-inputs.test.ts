import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { expect, test } from 'vitest'
import { lifeboat } from './command-line.ts'

test.each(['data', 'proposed'])(
  'a trial of a pull request whose --%s is not there ends as a wrong input',
  async (name) => {
    const directory = await mkdtemp(join(tmpdir(), 'inputs-'))
    try {
      await mkdir(join(directory, 'environments'))
      await writeFile(
        join(directory, 'environments/production.yml'),
        stringify({
          environment: 'production',
          sources: [{ name: 'main', type: 'postgres', url: '${DATABASE_URL}' }],
          stores: [{ name: 'disk', type: 'local', path: '/nonexistent' }],
          encryption: 'none',
          'pull-requests': { migrations: { files: 'migrations/*.sql' } },
        }),
      )
      await mkdir(join(directory, 'migrations'))
      await writeFile(join(directory, 'migrations/0001.sql'), 'create table added (id int)')
      await mkdir(join(directory, 'base'))
      const ended = await lifeboat(
        [
          'validate-pr',
          '--environment',
          'production',
          '--base',
          'base',
          `--${name}`,
          join(directory, 'nowhere'),
        ],
        { directory },
      )
      expect(ended.code).toBe(2)
      expect(ended.stdout + ended.stderr).toContain(join(directory, 'nowhere'))
    } finally {
      await rm(directory, { recursive: true })
    }
  },
)
