import { setSecret } from './commands.ts'
import { maskSecrets, secretForms } from '../domain/redaction.ts'

/** The secrets of this job. The runner hides them in the log; we hide them in what does not pass through it. */
export interface Masks {
  add(secret: string): void
  /** The text without any of them. */
  apply(text: string): string
}

export function createMasks(): Masks {
  const forms = new Set<string>()
  return {
    add: (secret) => {
      for (const part of [secret, ...passwordsIn(secret)]) {
        for (const form of secretForms(part)) {
          if (form.trim() === '' || forms.has(form)) continue
          forms.add(form)
          setSecret(form)
        }
      }
    },
    apply: (text) => maskSecrets(text, forms),
  }
}

/** A URL's password as it stands there, and in plain: the server's client is handed the latter. */
function passwordsIn(secret: string): string[] {
  if (!URL.canParse(secret)) return []
  const { password } = new URL(secret)
  // As written in the text; URL encodes some more characters than the writer did.
  const written = /\/\/[^:/]*:(.*)@/s.exec(secret)?.[1]
  return [password, decoded(password), written ?? '', decoded(written ?? '')].filter((part) => part !== '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a stray percent sign: then it is as it stands
  }
}
