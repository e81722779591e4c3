/**
 * What is secret inside of a URL: its password, a token that stands for the user, and what its parameters call a secret;
 * as it stands there, as a URL parser writes it and as it is meant. Nothing when the text is no URL with one. A password
 * that nobody percent-encoded may be found with more around it: rather too much is hidden than too little.
 */
export function secretsInUrl(text: string): string[] {
  const url = /^\s*([a-z][a-z0-9+.-]*):\/\/([^/?#@:]*)/i.exec(text)
  if (url === null) return []
  const [before, scheme = '', user = ''] = url
  const rest = text.slice(before.length)
  const parsed = URL.parse(text)
  const found = [
    /^:([^/?#]*)@/.exec(rest)?.[1],
    /^:(.*)@/s.exec(rest)?.[1],
    parsed?.password,
    ...(/^https?$/i.test(scheme) && standsForToken(rest) ? [user, parsed?.username] : []),
    ...secretParameters(rest),
  ].flatMap((part) => (part ? [part, percentDecoded(part)] : []))
  return [...new Set(found)]
}

/** On the web a user without a password, or with the word that GitHub takes for none, is a token. */
function standsForToken(rest: string): boolean {
  return /^(?::(?:x-oauth-basic)?)?@/i.test(rest)
}

const password = /pass(?:word|wd|phrase)?$|pwd$/i
const otherSecret =
  /(?:secret|token|signature|credential|authorization|api[-_]?key|access[-_]?key)$|^(?:sig|key|auth)$/i
/** What is shorter is a switch or a number, and hiding it would hide half of a log. */
const shortestOther = 6

/** Whatever is called a password, as libpq takes `password` and `sslpassword` too, a token or a signature. */
function secretParameters(rest: string): string[] {
  const query = /\?(.*)$/s.exec(rest)?.[1] ?? ''
  return query.split(/[&?]/).flatMap((pair) => {
    const [, name = '', value = ''] = /^([^=]*)=([^#]*)/s.exec(pair) ?? []
    const meant = percentDecoded(name)
    if (!password.test(meant) && !(otherSecret.test(meant) && value.length >= shortestOther)) return []
    return [value, value.replaceAll('+', ' ')]
  })
}

/** A part of a URL as it is meant. With a stray percent sign it is as it stands. */
export function percentDecoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
