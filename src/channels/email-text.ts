import type { Message } from '../domain/message.ts'
import { clipped, safeLink, timeText } from './wording.ts'

/** A mail is read on a telephone at night: what happened and what to do come first, the whole report last. */

/** Characters of the report that a mail holds; the run's own log has all of it. */
const longestLog = 60_000

/** The message as plain text. */
export function textOf(message: Message): string {
  const link = safeLink(message.link)
  const blocks = [
    [message.title, '', message.summary],
    message.facts.map(({ label, text }) => `${label}: ${text}`),
    message.next.length === 0
      ? []
      : ['What to do next:', ...message.next.map((step, index) => `${index + 1}. ${step}`)],
    link === null ? [] : [`Log and report: ${link}`],
    message.log === null ? [] : ['Report:', '', clipped(message.log, longestLog)],
    [footer(message)],
  ]
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`
}

/** The same as HTML: styles inline, nothing loaded from anywhere, light and dark as the mail program has it. */
export function htmlOf(message: Message): string {
  const link = safeLink(message.link)
  const rows = message.facts
    .map(
      ({ label, text }) =>
        `<tr><td style="padding:2px 16px 2px 0;color:#6a737d;vertical-align:top">${escaped(label)}</td><td style="padding:2px 0">${escaped(text)}</td></tr>`,
    )
    .join('')
  const steps = message.next.map((step) => `<li style="margin:4px 0">${escaped(step)}</li>`).join('')
  const parts = [
    `<div style="border-left:4px solid ${colourOf(message)};padding:4px 0 4px 12px"><h1 style="font-size:18px;margin:0 0 4px">${escaped(message.title)}</h1><p style="margin:0">${escaped(message.summary)}</p></div>`,
    rows === '' ? '' : `<table style="border-collapse:collapse;margin:16px 0;font-size:14px">${rows}</table>`,
    steps === ''
      ? ''
      : `<h2 style="font-size:15px;margin:16px 0 4px">What to do next</h2><ol style="margin:0;padding-left:20px">${steps}</ol>`,
    link === null ? '' : `<p><a href="${escaped(link)}">Log and report of the run</a></p>`,
    message.log === null
      ? ''
      : `<pre style="font-size:12px;white-space:pre-wrap;border-top:1px solid #d0d7de;padding-top:12px">${escaped(clipped(message.log, longestLog))}</pre>`,
    `<p style="font-size:12px;color:#6a737d">${escaped(footer(message))}</p>`,
  ]
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head><body style="font-family:system-ui,sans-serif;max-width:44em;margin:0 auto;padding:16px">${parts.join('')}</body></html>`
}

function footer({ environment, severity, at }: Message): string {
  return `Lifeboat · ${environment} · ${severity} · ${timeText(at)}`
}

function colourOf({ state, severity }: Message): string {
  if (state === 'recovered' || (state === 'success' && severity === 'info')) return '#1a7f37'
  if (state === 'test') return '#6a737d'
  return { critical: '#cf222e', warning: '#bf8700', info: '#0969da' }[severity]
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
