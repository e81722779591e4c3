import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../src/domain/failure.ts'
import { failedReport, type Report } from '../../src/domain/report.ts'
import { renderJunit } from '../../src/reports/junit.ts'

const about = {
  operation: 'validate',
  environment: 'shop',
  startedAt: Date.parse('2026-11-21T10:15:00Z'),
  finishedAt: Date.parse('2026-11-21T10:15:02Z'),
  actor: null,
  reason: null,
  runUrl: null,
} as const
const broken = failedReport(
  about,
  new Failure('config', 'the file <a> & "b" cannot be read', { hint: 'Look.' }),
)

const check = (status: Report['checks'][number]['status'], text: string): Report['checks'][number] => ({
  rung: 'service health',
  name: `${status} ${text}`,
  status,
  detail: `found ${text}`,
  subjects: [text],
  failure: status === 'failed' ? 'unavailable' : null,
  hint: `do ${text}`,
  duration: 1_234,
})

/** As a viewer reads it: Python's own parser of XML, strict. */
function read(xml: string): { tag: string; attributes: Record<string, string>; text: string }[] {
  const script = `import sys, json, xml.etree.ElementTree as E
print(json.dumps([{"tag": e.tag, "attributes": e.attrib, "text": e.text or ""} for e in E.fromstring(sys.stdin.buffer.read()).iter()]))`
  return JSON.parse(execFileSync('python3', ['-c', script], { input: xml, encoding: 'utf8' })) as ReturnType<
    typeof read
  >
}

describe('JUnit XML', () => {
  it('has a case for each check, and counts them as viewers expect', () => {
    const report = {
      ...broken,
      checks: (['passed', 'degraded', 'failed', 'skipped'] as const).map((status) => check(status, 'x')),
    }
    const elements = read(renderJunit(report))
    const tags = elements.map(({ tag }) => tag)
    expect(tags).toEqual([
      'testsuites',
      'testsuite',
      ...['system-out', 'system-out', 'failure', 'skipped'].flatMap((inner) => ['testcase', inner]),
    ])
    expect(elements[1]?.attributes).toEqual({
      name: 'service health',
      tests: '4',
      failures: '1',
      errors: '0',
      skipped: '1',
      time: '4.936',
      timestamp: '2026-11-21T10:15:00',
    })
    expect(elements[2]?.attributes).toEqual({ name: 'passed x', classname: 'service health', time: '1.234' })
    expect(elements[7]?.attributes).toEqual({ type: 'unavailable', message: 'found x' })
  })

  it.each(['<&>"\'', ']]>', 'ünï ☃ 🚢', '&amp;', '--><!--'])('says %s as it stands', (text) => {
    const elements = read(renderJunit({ ...broken, environment: text, checks: [check('failed', text)] }))
    expect(elements.map(({ tag }) => tag)).toEqual(['testsuites', 'testsuite', 'testcase', 'failure'])
    expect(elements[3]?.attributes['message']).toBe(`found ${text}`)
  })

  it.each(['\u0000', '\u0008', '\uFFFE', '\uD800'])('stays XML with what XML has no place for', (text) => {
    const elements = read(renderJunit({ ...broken, environment: text, checks: [check('failed', text)] }))
    expect(elements.map(({ tag }) => tag)).toEqual(['testsuites', 'testsuite', 'testcase', 'failure'])
  })

  it('of a run that found nothing out is an error, and no empty success', () => {
    const elements = read(renderJunit(broken))
    expect(elements.map(({ tag }) => tag)).toEqual(['testsuites', 'testsuite', 'testcase', 'error'])
    expect(elements[3]?.attributes).toEqual({ type: 'config', message: 'the file <a> & "b" cannot be read' })
  })
})
