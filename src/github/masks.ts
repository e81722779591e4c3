import { setSecret } from './commands.ts'
import { maskSecrets, secretForms } from '../domain/redaction.ts'
import { secretsInUrl } from '../domain/url-secrets.ts'

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
      for (const part of [secret, ...secretsInUrl(secret)]) {
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
