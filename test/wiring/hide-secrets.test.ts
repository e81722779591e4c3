import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseEnvironment } from '../../src/domain/environment/parse.ts'
import { hideSecrets } from '../../src/wiring/hide-secrets.ts'
import type { Host } from '../../src/wiring/host.ts'
import { lifeboat } from '../cli/command-line.ts'

test.each([
  [
    'type: azure, container: backups, connection-string: "${SECRET}"',
    'AccountName=shop;AccountKey=c2VjcmV0a2V5;EndpointSuffix=x',
    ['c2VjcmV0a2V5'],
  ],
  [
    'type: azure, account: shop, container: backups, sas-token: "${SECRET}"',
    '?sv=1&sp=rl&sig=ab%2Bcd%3D',
    ['ab%2Bcd%3D', 'ab+cd='],
  ],
  [
    'type: azure, account: shop, container: backups, account-key: "${SECRET}"',
    'YWNjb3VudA==',
    ['YWNjb3VudA=='],
  ],
  [
    'type: gcs, bucket: backups, credentials: "${SECRET}"',
    '{"private_key":"-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0\\n-----END PRIVATE KEY-----\\n"}',
    ['MIIEvQIBADANBgkqhkiG9w0'],
  ],
])('of a store with %s, the secret is hidden as a whole and in its parts', async (store, secret, parts) => {
  const text = `
environment: production
sources: [{ name: main, type: postgres, url: "\${DATABASE_URL}" }]
stores: [{ name: store, ${store} }]
encryption: none`
  const hidden: string[] = []
  const host: Pick<Host, 'variables' | 'hide'> = {
    variables: { SECRET: secret },
    hide: (value) => hidden.push(value),
  }
  hideSecrets(await parseEnvironment(text, 'environments/production.yml'), host)
  expect(hidden).toEqual(expect.arrayContaining([secret, ...parts]))
})

test('a failover whose URL has a stray percent sign ends as a mistake of the file, and its password is hidden', async () => {
  await using place = await mkdtempDisposable(join(tmpdir(), 'lifeboat-hide-'))
  const { path: folder } = place
  await writeFile(
    join(folder, 'dev.yml'),
    'environment: dev\nsources: [{ name: main, type: postgres, url: "${URL}" }]\n' +
      'stores: [{ name: folder, type: local, path: ./store }]\nencryption: none\n',
  )
  await writeFile(
    join(folder, 'INC-001-primary.yml'),
    `incident: INC-001
title: The primary is gone
severity: high
rto: 5m
detection: [Nothing answers]
drill: { none: a test }
steps:
  - { id: promote, title: Promote, type: failover, primary: "\${PRIMARY}", replica: "\${REPLICA}" }
verification:
  - { id: look, title: Look, type: command, run: ["true"] }
`,
  )
  const words = ['--environment', 'dev', '--config', 'dev.yml', '--folder', '.', '--incident', 'INC-001']
  const { stdout, stderr } = await lifeboat(
    ['runbook', 'run', ...words, '--confirm', 'dev', '--reason', 'tried', '--json'],
    {
      directory: folder,
      variables: {
        URL: 'postgres://app:hunter2@127.0.0.1:1/shop',
        PRIMARY: 'postgres://app:hunter2-100%@127.0.0.1:1/shop',
        REPLICA: 'postgres://app:hunter3-100%@127.0.0.1:1/shop',
      },
    },
  )
  const { checks } = z
    .object({
      checks: z.array(z.object({ name: z.string(), failure: z.string().nullable(), detail: z.string() })),
    })
    .parse(JSON.parse(stdout))
  expect(checks).toContainEqual(
    expect.objectContaining({ failure: 'config', name: expect.stringContaining('promote') }),
  )
  expect(`${stdout}${stderr}`).not.toMatch(/hunter[23]/)
})
