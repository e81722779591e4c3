import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadEnvironment } from '../../src/wiring/load-environment.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lifeboat-load-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a pipe, a device and a folder are refused as environment files, rather than waited for', async () => {
  const pipe = join(folder, 'pipe.yml')
  execFileSync('mkfifo', [pipe])
  for (const config of [pipe, '/dev/zero', folder]) {
    await expect(loadEnvironment({ environment: 'shop', config })).rejects.toMatchObject({
      kind: 'config',
      message: `the environment file ${config} is no file`,
    })
  }
})

test('a link to an environment file is as good as the file', async () => {
  const file = join(folder, 'file.yml')
  await writeFile(
    file,
    `environment: shop
sources: [{ name: main, type: postgres, url: "postgres://db/shop" }]
stores: [{ name: disk, type: local, path: ./store }]
encryption: none
`,
  )
  const link = join(folder, 'link.yml')
  await symlink(file, link)
  expect((await loadEnvironment({ environment: 'shop', config: link })).environment).toBe('shop')
})

test('whoever has files, but not this one, is told which there are, and how another place is named', async () => {
  const place = join(folder, 'repository')
  await mkdir(join(place, 'environments'), { recursive: true })
  const write = (name: string) => writeFile(join(place, 'environments', `${name}.yml`), '')
  const former = process.cwd()
  process.chdir(place)
  try {
    await write('production')
    await expect(loadEnvironment({ environment: 'shop' })).rejects.toMatchObject({
      hint: 'There is environments/production.yml. Another place is named by --config, in a job by the input config.',
    })
    await write('test')
    await expect(loadEnvironment({ environment: 'shop' })).rejects.toMatchObject({
      hint: expect.stringMatching(/^There are environments\/production.yml, environments\/test.yml\. /),
    })
  } finally {
    process.chdir(former)
  }
})
