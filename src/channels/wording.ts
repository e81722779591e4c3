import type { Message } from '../domain/message.ts'

/** What messages look alike in, whatever carries them. */

/** Cut to a number of characters, never within a pair of surrogates. */
export function clipped(text: string, atMost: number): string {
  if (text.length <= atMost) return text
  return `${text.slice(0, atMost - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** The address when it is plainly one of the web; else null. */
export function safeLink(url: string | null): string | null {
  return url !== null && /^https?:\/\/[A-Za-z0-9._~:/?#@!&+,;=%-]{1,2000}$/.test(url) ? url : null
}

export function markOf({ state, severity }: Message): string {
  if (state === 'test') return '🧪'
  if (state === 'recovered' || (state === 'success' && severity === 'info')) return '✅'
  return { critical: '🚨', warning: '⚠️', info: 'ℹ️' }[severity]
}

/** `2026-11-21 10:15 UTC` */
export function timeText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
