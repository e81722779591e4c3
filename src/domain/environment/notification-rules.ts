import type { KeyPath, Problem } from './problem.ts'
import { about, doubleNames, literalForm, type Mapping, mappingsIn, onValue } from './rule-problems.ts'

/** Rules between the keys of `notifications:`. */
export function notificationProblems(section: unknown): Problem[] {
  const channels = mappingsIn(section, 'channels', ['notifications'])
  return [
    ...doubleNames(channels, 'channel'),
    ...channels.flatMap(([path, channel]) => channelProblems(path, channel)),
  ]
}

/** Rules between the keys of `metrics:`. */
export function metricsProblems(section: unknown): Problem[] {
  if (section === null || typeof section !== 'object') return []
  const metrics = section as Mapping
  return [...pair(['metrics'], metrics, 'user', 'password'), ...address(['metrics'], metrics, 'pushgateway')]
}

function channelProblems(path: KeyPath, channel: Mapping): Problem[] {
  switch (channel['type']) {
    case 'slack':
      return [
        ...('webhook-url' in channel || 'token' in channel
          ? []
          : [onValue(path, 'does not say how to reach Slack: give webhook-url, or token and channel')]),
        ...pair(path, channel, 'token', 'channel'),
        ...address(path, channel, 'webhook-url'),
        ...address(path, channel, 'api'),
      ]
    case 'webhook':
      return address(path, channel, 'url')
    case 'pagerduty':
      return address(path, channel, 'endpoint')
    case 'email':
      return [
        ...pair(path, channel, 'user', 'password'),
        ...(channel['security'] === 'none' && 'password' in channel
          ? [
              about(
                [...path, 'password'],
                'would be sent in the clear, as security is none; keep one of them',
              ),
            ]
          : []),
      ]
    default:
      return []
  }
}

/** Two keys that mean nothing without each other. */
function pair(path: KeyPath, mapping: Mapping, one: string, other: string): Problem[] {
  const [present, absent] = one in mapping ? [one, other] : [other, one]
  if (!(present in mapping) || absent in mapping) return []
  return [about([...path, present], `stands without ${absent}`)]
}

function address(path: KeyPath, mapping: Mapping, key: string): Problem[] {
  return literalForm([...path, key], mapping[key], /^https?:\/\/./, 'a URL with https://')
}
