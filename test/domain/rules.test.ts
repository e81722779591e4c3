import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FailureKind, Failure, asFailure, exitCode, failureKinds } from '../../src/domain/failure.ts'
import { judgeObjective } from '../../src/domain/objectives.ts'
import { maskSecrets, mayBeSecret, reduceServerError, secretForms } from '../../src/domain/redaction.ts'
import {
  type Check,
  type CheckStatus,
  type Rung,
  judgeChecks,
  rungs,
  worse,
} from '../../src/domain/verdict.ts'

function check(rung: Rung, status: CheckStatus): Check {
  return { rung, name: 'a check', status, detail: '', subjects: [], failure: null, duration: 1 }
}

const anyCheck = fc.record({
  rung: fc.constantFrom(...rungs),
  status: fc.constantFrom<CheckStatus>('passed', 'degraded', 'failed', 'skipped'),
})

describe('the verdict over checks', () => {
  test('is failed as soon as one check failed, whatever the others say', () => {
    fc.assert(
      fc.property(fc.array(anyCheck), fc.constantFrom(...rungs), (others, level) => {
        const checks = [...others, { rung: 'stored' as const, status: 'failed' as const }]
        expect(
          judgeChecks(
            checks.map((each) => check(each.rung, each.status)),
            level,
          ),
        ).toBe('failed')
      }),
    )
  })

  test('is passed only when every check passed, and one of them read restored data if that was asked for', () => {
    fc.assert(
      fc.property(fc.array(anyCheck), fc.constantFrom(...rungs), (all, level) => {
        const checks = all.map((each) => check(each.rung, each.status))
        if (judgeChecks(checks, level) !== 'passed') return
        expect(checks.length).toBeGreaterThan(0)
        expect(checks.every(({ status }) => status === 'passed')).toBe(true)
        const readsData = (rung: Rung) => rungs.indexOf(rung) >= rungs.indexOf('equal')
        expect(!readsData(level) || checks.some(({ rung }) => readsData(rung))).toBe(true)
      }),
    )
  })

  test('is failed when nothing was tried', () => {
    expect(judgeChecks([], 'stored')).toBe('failed')
    expect(judgeChecks([check('stored', 'skipped')], 'stored')).toBe('failed')
    expect(judgeChecks([check('stored', 'passed'), check('intact', 'passed')], 'equal')).toBe('failed')
  })

  test('is degraded when a check could not run beside others that passed', () => {
    expect(judgeChecks([check('equal', 'passed'), check('useful', 'skipped')], 'useful')).toBe('degraded')
  })

  test('of two is the worse one, in either order', () => {
    expect(worse('passed', 'failed')).toBe('failed')
    expect(worse('degraded', 'passed')).toBe('degraded')
    expect(worse('failed', 'degraded')).toBe('failed')
  })
})

describe('an objective', () => {
  test('is met exactly up to its target', () => {
    expect(judgeObjective('RPO', 900, 900, '')).toMatchObject({ met: true, margin: 0 })
    expect(judgeObjective('RPO', 900, 901, '')).toMatchObject({ met: false, margin: -1 })
    expect(judgeObjective('RTO', null, 901, '')).toMatchObject({ met: null, margin: null })
  })
})

describe('a failure', () => {
  test('of each kind has its own exit code, and none has that of success', () => {
    const codes = Object.keys(failureKinds).map((kind) => exitCode(new Failure(kind as FailureKind, 'x')))
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes).not.toContain(0)
    expect(exitCode(null)).toBe(0)
  })

  test('is made of whatever was thrown', () => {
    const own = new Failure('access', 'x')
    expect(asFailure(own)).toBe(own)
    expect(asFailure(new Error('x', { cause: own }))).toMatchObject({ kind: 'bug', message: 'x' })
    expect(asFailure(new DOMException('x', 'AbortError')).kind).toBe('cancelled')
    expect(asFailure(Object.assign(new Error('x'), { name: 'AbortError', cause: own }))).toBe(own)
    expect(asFailure(Object.assign(new Error('x'), { code: 'ENOSPC' })).kind).toBe('capacity')
    expect(asFailure('text').kind).toBe('bug')
    expect(asFailure(undefined).kind).toBe('bug')
  })

  test('a clean-up that fails too does not hide what it had to clean up after', async () => {
    const own = new Failure('integrity', 'x')
    const work = async (): Promise<void> => {
      await using _folder = {
        async [Symbol.asyncDispose]() {
          throw new Error('cannot be removed')
        },
      }
      throw own
    }
    expect(asFailure(await work().catch((error: unknown) => error))).toBe(own)
  })
})

describe('masking', () => {
  const secret = fc.string({ unit: 'grapheme', minLength: 4 }).filter((text) => !text.includes('*'))

  test('leaves no secret in the text, even where one begins with another', () => {
    fc.assert(
      fc.property(secret, secret, fc.string(), (one, end, around) => {
        const longer = one + end
        const masked = maskSecrets(`${around}${longer} ${one}`, [one, longer])
        expect(masked).not.toContain(longer)
        expect(masked.slice(around.length)).not.toContain(end)
      }),
      { examples: [['abcd', 'efgh', '']] },
    )
  })

  test.each(['true', 'null', 'confirmed', '2026', '20261121', '-12345.678', '2026-11-21', 'order-7'])(
    'leaves %s, which a service answered: hiding it would garble everything else',
    (value) => {
      expect(mayBeSecret(value)).toBe(false)
    },
  )

  test.each(['token-of-anna', 'a3f09b12', '4539578763621486', 'QWxhZGRpbjpvcGVuc2VzYW1l', 'two words'])(
    'takes %s, which a service answered, for a secret',
    (value) => {
      expect(mayBeSecret(value)).toBe(true)
    },
  )

  test('knows the forms in which a secret can turn up', () => {
    const forms = secretForms('p@ss "w\\ord"\nsecond line')
    expect(forms).toContain('second line')
    expect(forms).toContain('p%40ss%20%22w%5Cord%22%0Asecond%20line')
    expect(forms).toContain(String.raw`p@ss \"w\\ord\"\nsecond line`)
    expect(forms).toContain(Buffer.from('p@ss "w\\ord"\nsecond line').toString('base64'))
  })

  test('takes any text as a secret', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(secretForms(text).every((form) => form.length >= 4)).toBe(true)
      }),
      { examples: [['\uD800 lone']] },
    )
  })
})

describe('what is told of a server error', () => {
  test('holds no value of a row: state and line as text, names apart', () => {
    const reduced = reduceServerError({
      code: '22P02',
      schema: 'shop',
      table: 'orders',
      column: 'price',
      constraint: 'price_check',
      where: 'COPY orders, line 12, column price: "canary"',
    })
    expect(reduced).toEqual({
      text: 'SQLSTATE 22P02, line 12',
      subjects: ['shop.orders.price', 'price_check'],
    })
    expect(reduceServerError({ code: 'canary' }).text).toBe('SQLSTATE unknown')
  })
})
