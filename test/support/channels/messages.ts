import type { Message } from '../../../src/domain/message.ts'

/** What one or the other medium takes for markup, a mention, a link or an end of something. */
export const hostile =
  '<!channel> <@U1> @here *bold* _it_ `code` <script>alert(1)</script> & "q" \'s\' | [a](https://evil.example) https://evil.example/x'

export const trouble: Message = {
  id: '5f0c1b9e-2c49-4a6e-9f0a-0d6f6f2f1a11',
  state: 'trouble',
  severity: 'critical',
  kind: 'backup',
  alert: 'backup-failed',
  key: 'lifeboat/production/backup',
  environment: 'production',
  title: 'Backup of production failed (unavailable)',
  summary: 'The store r2 did not answer.',
  facts: [
    { label: 'Environment', text: 'production' },
    { label: 'RPO', text: '27 min, 15 min promised, MISSED' },
  ],
  next: ['Check whether this machine may reach the store.'],
  link: 'https://github.com/example/shop/actions/runs/10203040506',
  at: Date.UTC(2026, 10, 21, 10, 15),
  since: null,
  verdict: 'failed',
  log: 'FAILED  backup of production\n  The store r2 did not answer.\n',
  report: null,
}

export const recovered: Message = {
  ...trouble,
  id: '7a6f3c1d-0f50-4ad1-8d53-4a6a0a3c2b22',
  state: 'recovered',
  alert: 'backup-recovered',
  title: 'Backup of production is well again',
  verdict: 'passed',
  next: [],
  since: trouble.at,
  at: trouble.at + 3_600_000,
}

/** One that is as long in every part as it may come. */
export const endless: Message = {
  ...trouble,
  title: `${hostile} `.repeat(200),
  summary: '<'.repeat(20_000),
  facts: Array.from({ length: 60 }, (_, index) => ({
    label: `${index}`.repeat(500),
    text: '&'.repeat(9_000),
  })),
  next: Array.from({ length: 60 }, () => '😀'.repeat(4_000)),
  key: 'k'.repeat(2_000),
}
