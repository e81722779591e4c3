import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lifeboat } from './command-line.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lifeboat-cli-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const file = (name: string) => `environment: ${name}
sources: [{ name: main, type: postgres, url: "\${DATABASE_URL}" }]
stores: [{ name: folder, type: local, path: ./backups }]
encryption: none
`

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(directory, path, '..'), { recursive: true })
  await writeFile(join(directory, path), text)
}

describe('the environment file', () => {
  test.each(['environments/dev.yml', 'environments/shop/dev.yml', 'environments/shop/dev.yaml'])(
    'is found as %s',
    async (path) => {
      await write(path, file('dev'))
      const { code, stderr } = await lifeboat(['list', '--environment', 'dev'], { directory })
      expect(stderr).toContain('no backup of dev')
      expect(code).toBe(0)
    },
  )

  test('that is not there is told with what there is', async () => {
    await write('environments/production.yml', file('production'))
    const { code, stderr } = await lifeboat(['list', '--environment', 'prod'], { directory })
    expect(code).toBe(2)
    expect(stderr).toContain('environments/production.yml')
  })

  test('must be the only one of its name, unless a path says which', async () => {
    await write('environments/dev.yml', file('dev'))
    await write('environments/shop/dev.yml', file('dev'))
    const ambiguous = await lifeboat(['list', '--environment', 'dev'], { directory })
    expect(ambiguous.code).toBe(2)
    expect(ambiguous.stderr).toContain('environments/shop/dev.yml')
    const words = ['list', '--environment', 'dev', '--config', 'environments/shop/dev.yml']
    expect((await lifeboat(words, { directory })).code).toBe(0)
  })

  test('of another environment is refused', async () => {
    await write('elsewhere.yml', file('staging'))
    const words = ['list', '--environment', 'production', '--config', 'elsewhere.yml']
    const { code, stderr } = await lifeboat(words, { directory })
    expect(code).toBe(2)
    expect(stderr).toContain('staging')
  })
})

describe('what only reads stores', () => {
  test('needs no secret of the sources', async () => {
    await write('environments/dev.yml', file('dev'))
    const { code, stdout } = await lifeboat(['list', '--environment', 'dev', '--json'], { directory })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ environment: 'dev', backups: [], unreachable: [] })
  })
})

describe('store check', () => {
  test('finds nothing broken in a folder, and leaves nothing in it', async () => {
    await write('environments/dev.yml', file('dev'))
    const words = ['store', 'check', '--environment', 'dev', '--json']
    const { code, stdout } = await lifeboat(words, { directory })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ operation: 'store-check', failure: null })
    const entries = await readdir(join(directory, 'backups'), { recursive: true, withFileTypes: true })
    expect(entries.filter((entry) => entry.isFile())).toEqual([])
  })

  test('of a store that does not exist names those that do', async () => {
    await write('environments/dev.yml', file('dev'))
    const words = ['store', 'check', '--environment', 'dev', '--store', 'bucket']
    const { code, stderr } = await lifeboat(words, { directory })
    expect(code).toBe(2)
    expect(stderr).toContain('folder')
  })
})
