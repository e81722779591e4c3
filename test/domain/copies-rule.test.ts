import { stringify } from 'yaml'
import { describe, expect, test } from 'vitest'
import {
  copiesRuleText,
  copyPlaces,
  judgeCopiesRule,
  missingByCopiesRule,
} from '../../src/domain/copies-rule.ts'
import { parseEnvironment } from '../../src/domain/environment/parse.ts'

const disk = { name: 'disk', type: 'local', path: '/backups' }
const temporary = { ...disk, name: 'temporary', path: '/tmp/x', ephemeral: true }
const aws = { name: 'aws', type: 's3', bucket: 'one' }
const otherAws = { name: 'other-aws', type: 's3', bucket: 'two', region: 'eu-central-1' }
const r2 = { name: 'r2', type: 's3', bucket: 'one', endpoint: '${R2_ENDPOINT}' }
const azure = { name: 'azure', type: 'azure', container: 'one', account: 'shop' }

async function rule(...stores: object[]) {
  const text = stringify({
    environment: 'test',
    sources: [{ name: 'main', type: 'postgres', url: '${DATABASE_URL}' }],
    stores,
    encryption: 'none',
  })
  const environment = await parseEnvironment(text, 'environments/test.yml')
  return judgeCopiesRule(copyPlaces(environment.stores))
}

describe('the rule of 3-2-1', () => {
  test.each([
    ['two providers', [aws, r2], '3-2-2', true],
    ['a disk and a bucket', [disk, aws], '3-2-1', true],
    ['a bucket and a container', [aws, azure], '3-2-2', true],
    ['two buckets of one provider', [aws, otherAws], '3-1-2', false],
    ['one bucket', [aws], '2-1-1', false],
    ['two folders', [disk, { ...disk, name: 'other', path: '/other' }], '3-1-0', false],
    ['a disk and one that goes away', [disk, temporary], '2-1-0', false],
    ['a disk and a bucket in the same cellar', [disk, { ...r2, offsite: false }], '3-2-0', false],
    ['a folder that is mounted from elsewhere', [{ ...disk, offsite: true }, r2], '3-2-2', true],
  ])('of %o', async (_what, stores, text, met) => {
    const found = await rule(...stores)
    expect({ text: copiesRuleText(found), met: found.met }).toEqual({ text, met })
    expect(missingByCopiesRule(found) === null).toBe(met)
  })

  test('names all that is missing', async () => {
    expect(missingByCopiesRule(await rule(disk))).toBe(
      'one stored copy where two beside the database are wanted, all copies on one medium, none off-site',
    )
  })
})
