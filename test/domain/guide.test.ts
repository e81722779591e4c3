import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guide } from '../../src/domain/guide.ts'

const root = new URL('../../', import.meta.url)
const code = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && path !== 'domain/guide.ts')
  .map((path) => readFileSync(new URL(`src/${path}`, root), 'utf8'))

test('a guide that a message names is said to lie in another repository than the reader’s', () => {
  const bare = code
    .flatMap((text) => text.split('\n'))
    .filter(
      (line) => /docs\/guides\/[a-z-]+\.md(?! in Lifeboat)/.test(line) && !/^\s*(?:\/?\*|\/\/)/.test(line),
    )
  expect(bare).toEqual([])
})

test('each guide that a message names is there', () => {
  const named = new Set(
    code.flatMap((text) => [...text.matchAll(/\bguide\('([a-z-]+)'\)/g)].map(([, topic]) => topic)),
  )
  expect(named.size).toBeGreaterThan(1)
  for (const topic of named) {
    const [path = ''] = guide(topic as Parameters<typeof guide>[0]).split(' ')
    expect([path, existsSync(new URL(path, root))]).toEqual([path, true])
  }
})
