/**
 * What is secret inside of a URL: its password, as it stands there, as a URL parser writes it and as it is meant. Nothing
 * when the text is no URL with one. A password that nobody percent-encoded may be found with more around it: rather too
 * much is hidden than too little.
 */
export function secretsInUrl(text: string): string[] {
  const url = /^\s*[a-z][a-z0-9+.-]*:\/\/[^/?#@:]*/i.exec(text)
  if (url === null) return []
  const rest = text.slice(url[0].length)
  const parsed = URL.parse(text)
  const found = [
    /^:([^/?#]*)@/.exec(rest)?.[1],
    /^:(.*)@/s.exec(rest)?.[1],
    parsed?.password,
    // As libpq takes it too.
    /[?&]password=([^&#]*)/.exec(rest)?.[1],
    parsed?.searchParams.get('password'),
  ].flatMap((part) => (part ? [part, percentDecoded(part)] : []))
  return [...new Set(found)]
}

/** A part of a URL as it is meant. With a stray percent sign it is as it stands. */
export function percentDecoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
