import { randomUUID } from 'node:crypto'
import { Failure } from '../domain/failure.ts'
import { guide } from '../domain/guide.ts'
import type { Message } from '../domain/message.ts'
import { systemClock } from '../host/clock.ts'
import { deliver, type Delivery } from './deliver.ts'
import { hideSecrets } from './hide-secrets.ts'
import type { Host } from './host.ts'
import { loadEnvironment } from './load-environment.ts'
import { messengerConfigs } from './open-messengers.ts'
import type { Answer } from './verb.ts'
import type { NotifyTestInput } from './verbs/notify-test.ts'

export async function runNotifyTest(input: NotifyTestInput, host: Host): Promise<Answer> {
  const environment = await loadEnvironment(input)
  hideSecrets(environment, host)
  const all = messengerConfigs(environment)
  const channels = all.filter(({ name }) => input.channel === undefined || name === input.channel)
  if (channels.length === 0) {
    throw new Failure(
      'config',
      input.channel === undefined
        ? 'the environment names no channel'
        : `the environment has no channel ${input.channel}`,
      {
        hint:
          all.length === 0
            ? `Add channels under \`notifications\` in its file: ${guide('notifications')}.`
            : `It has ${all.map(({ name }) => name).join(', ')}.`,
      },
    )
  }
  const name = environment.environment
  const deliveries = await deliver(testMessage(name, host), channels, host)
  const worst = deliveries.find(({ failure }) => failure !== null)?.failure
  return {
    text: deliveries.map(lineOf).join('\n'),
    json: {
      environment: name,
      channels: deliveries.map(({ channel, type, told, failure }) => ({
        channel,
        type,
        told: told !== null,
        failure: failure === null ? null : { kind: failure.kind, message: failure.message },
      })),
    },
    ...(worst === undefined || worst === null ? {} : { failure: worst.kind }),
  }
}

function testMessage(environment: string, { actor, runUrl }: Host): Message {
  return {
    id: randomUUID(),
    state: 'test',
    severity: 'info',
    kind: 'test',
    alert: 'test',
    key: `lifeboat/${environment}/test`,
    environment,
    title: `TEST: Lifeboat can reach this channel (${environment})`,
    summary: 'This is a test of the notifications. Nothing has happened, and nothing is to be done.',
    facts: [
      { label: 'Environment', text: environment },
      { label: 'Sent by', text: actor ?? 'unknown' },
    ],
    next: [],
    link: runUrl,
    at: systemClock.now(),
    since: null,
    verdict: null,
    log: null,
    report: null,
  }
}

function lineOf({ channel, type, failure }: Delivery): string {
  const outcome = failure === null ? 'took the test' : `FAILED (${failure.kind}): ${failure.message}`
  const hint = failure?.hint === undefined ? '' : `\n    ${failure.hint}`
  return `${failure === null ? '✓' : '✗'} ${channel} (${type}): ${outcome}${hint}`
}
