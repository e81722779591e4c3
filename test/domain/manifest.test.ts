import { describe, expect, test } from 'vitest'
import { parseManifest } from '../../src/domain/manifest.ts'
import { makeManifest, makeSource } from '../vault/fixtures.ts'

describe('a manifest', () => {
  test('is read when its source is named as an environment file may name it', () => {
    expect(parseManifest(JSON.stringify(makeManifest([makeSource([])]))).sources).toHaveLength(1)
  })

  test.each(['../../victim', 'x/../../y', '', '.', 'a/b', 'a\nb', '-x'])(
    'is refused as integrity when a source is named %j: names become paths',
    (name) => {
      const manifest = makeManifest([makeSource([], { name })])
      expect(() => parseManifest(JSON.stringify(manifest))).toThrow(
        expect.objectContaining({ kind: 'integrity' }),
      )
    },
  )

  test('is refused when two sources bear one name', () => {
    const manifest = makeManifest([makeSource([]), makeSource([])])
    expect(() => parseManifest(JSON.stringify(manifest))).toThrow(
      expect.objectContaining({ kind: 'integrity' }),
    )
  })
})
