import { describe, expect, it } from 'vitest'
import { atJsonPath, jsonPathProblem } from '../../../src/domain/json-path.ts'
import { countSamples } from '../../../src/domain/prometheus.ts'
import { judgeValidation, scoreOf } from '../../../src/domain/validation-score.ts'
import type { Aspect, Check, CheckStatus } from '../../../src/domain/verdict.ts'

const rules = {
  minScore: 80,
  mustPass: ['service-health' as const],
  weights: {
    environmentStatus: 2,
    serviceHealth: 3,
    rtoCompliance: 2,
    securityBoundaries: 2,
    performance: 1,
    operationalReadiness: 1,
    smoke: 3,
  },
}
const checks = (rung: Aspect, ...statuses: CheckStatus[]): Check<Aspect>[] =>
  statuses.map((status) => ({
    rung,
    name: status,
    status,
    detail: '',
    subjects: [],
    failure: status === 'failed' ? 'objective' : null,
    duration: 0,
  }))
const judged = (all: Check<Aspect>[]) => {
  const score = scoreOf(all, rules)
  return [score, judgeValidation(all, score, rules)]
}

describe('the score', () => {
  it('is 100 only when every check passed', () => {
    expect(judged([...checks('service health', 'passed'), ...checks('performance', 'passed')])).toEqual([
      100,
      'passed',
    ])
    const many = Array.from({ length: 300 }, () => 'passed' as const)
    expect(judged(checks('service health', ...many, 'degraded'))).toEqual([99, 'degraded'])
  })

  it('weighs categories, and counts what was skipped as lost', () => {
    // 3 of 4 for services, and half of 1 for performance: (3 × 1 + 1 × 0.5) / 4
    const half = [...checks('service health', 'passed'), ...checks('performance', 'passed', 'skipped')]
    expect(judged(half)).toEqual([87, 'degraded'])
  })

  it('below the least is failed, whatever passed', () => {
    expect(judged([...checks('service health', 'passed'), ...checks('smoke', 'failed')])).toEqual([
      50,
      'failed',
    ])
  })

  it('cannot make up for a category that must pass', () => {
    const many = Array.from({ length: 20 }, () => 'passed' as const)
    expect(judged(checks('service health', ...many, 'failed'))).toEqual([95, 'failed'])
    const untried = [...checks('service health', 'skipped')]
    expect(judgeValidation(untried, 100, rules)).toBe('failed')
  })

  it('of nothing is nothing', () => {
    expect(judged([])).toEqual([0, 'failed'])
  })
})

describe('a path in JSON', () => {
  const value = { data: { items: [{ id: 7, 'odd name': true }] }, none: null }
  it.each([
    ['$', value],
    ['$.data.items[0].id', 7],
    ["$.data.items[0]['odd name']", true],
    ['$.data.items[1].id', undefined],
    ['$.none', null],
    ['$.constructor', undefined],
    ['$.data.items.length', 1],
  ])('%s leads to its value', (path, expected) => {
    expect(atJsonPath(value, path)).toEqual(expected)
  })

  it.each(['data', '$..id', '$.a[*]', '$.a b'])('%s is refused', (path) => {
    expect(jsonPathProblem(path)).not.toBe(null)
  })
})

describe('metrics', () => {
  it('are recognised in the text format of Prometheus', () => {
    const page = [
      '# HELP http_requests_total Requests.',
      '# TYPE http_requests_total counter',
      'http_requests_total{method="post",code="200",path="C:\\\\x \\"q\\""} 1027 1395066363000',
      'node_load1 0.21',
      'odd_value NaN',
      'low -Inf',
      'small 1.458e-05',
      '# EOF',
    ]
    expect(countSamples(page.join('\n'))).toBe(5)
  })

  it.each(['<html></html>', '{"orders": 12}', 'orders', 'orders twelve'])('are not %s', (text) => {
    expect(countSamples(text)).toBe(null)
  })
})
