import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  artifactKey,
  backupFolder,
  backupRecoveryKey,
  keyInside,
  manifestKey,
  parseManifestKey,
  parseProofKey,
  proofKey,
  signatureKey,
} from '../../src/vault/layout.ts'

const id = '20261121T101500Z-k3f9x'

test('everything lies where the format says', () => {
  expect(backupFolder('production', id)).toBe(`production/backups/${id}/`)
  expect(manifestKey('production', id)).toBe(`production/backups/${id}/manifest.json`)
  expect(signatureKey(manifestKey('production', id))).toBe(`production/backups/${id}/manifest.json.sig`)
  expect(backupRecoveryKey('production', id)).toBe(`production/backups/${id}/RECOVERY.md`)
  const at = Date.parse('2026-11-21T12:00:00.999Z')
  expect(proofKey('production', id, at)).toBe(`production/proofs/${id}/20261121T120000Z.json`)
  expect(artifactKey('main', '6260.dat', true, '.age')).toBe('main/6260.dat.zst.age')
  expect(artifactKey('main', 'toc.dat', false, '.age')).toBe('main/toc.dat.age')
  expect(artifactKey('main', 'toc.dat', false, '')).toBe('main/toc.dat')
})

test('keys of manifests and proofs are told from all others', () => {
  expect(parseManifestKey('production', manifestKey('production', id))).toBe(id)
  const at = Date.parse('2026-11-21T12:00:00Z')
  expect(parseProofKey('production', proofKey('production', id, at))).toEqual({
    backupId: id,
    time: '20261121T120000Z',
  })
  for (const other of [
    signatureKey(manifestKey('production', id)),
    manifestKey('staging', id),
    manifestKey('production', 'latest'),
    `production/backups/${id}/main/manifest.json`,
    `x/${manifestKey('production', id)}`,
  ]) {
    expect(parseManifestKey('production', other)).toBeNull()
    expect(parseProofKey('production', other)).toBeNull()
  }
})

describe('the key of an artifact', () => {
  test('is portable whatever its name, and differs where names differ', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 150 }),
        fc.string({ unit: 'binary' }),
        (one, two) => {
          const [first, second] = [
            artifactKey('main', one, true, '.age'),
            artifactKey('main', two, true, '.age'),
          ]
          expect(first).toMatch(/^main\/[A-Za-z0-9_][A-Za-z0-9._-]{0,110}$/)
          expect(first === second).toBe(one === two)
          expect(keyInside('f/', first)).toBe(`f/${first}`)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('leads out of no folder', () => {
    for (const key of ['../x', 'a/../x', '/a', 'a//b', 'a/', '', '.', 'a/./b', 'a\\b', 'a\nb', 'ü']) {
      expect(() => keyInside('folder/', key)).toThrow(expect.objectContaining({ kind: 'integrity' }))
    }
  })
})
