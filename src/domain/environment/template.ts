import { Failure } from '../failure.ts'

/**
 * A value of the environment file that may name variables: `${NAME}`, with `$${` for a literal `${`.
 * It is resolved only by the operation that needs it, so that each job holds only its own secrets.
 */
export class Template {
  /** The value as written in the file. Safe to show: it names variables, not their contents. */
  readonly text: string
  /** Where it stands, for error messages: `environments/production.yml:8 sources[0].url`. */
  readonly place: string

  constructor(text: string, place: string) {
    this.text = text
    this.place = place
  }

  /** The names of the variables in it. */
  get names(): string[] {
    return [...this.text.matchAll(reference)].flatMap(([, escape, name]) =>
      escape === undefined && name !== undefined ? [name] : [],
    )
  }

  /** @throws Failure `config` when a variable is not set or is empty. */
  resolve(variables: Readonly<Record<string, string | undefined>>): string {
    return this.text.replaceAll(reference, (whole, escape: string | undefined, name: string | undefined) => {
      if (escape !== undefined || name === undefined) return whole.slice(1)
      const value = variables[name]
      if (value === undefined || value === '') {
        throw new Failure(
          'config',
          `${this.place}: the variable ${name} is ${value === undefined ? 'not set' : 'empty'}`,
          {
            hint: `Give ${name} a value: on a terminal export ${name}=…, in a job ${name}: \${{ secrets.${name} }} under env:.`,
          },
        )
      }
      return value
    })
  }
}

/** `$${` (escaped), or `${NAME}`. */
const reference = /(\$\$\{)|\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g

/** Why a template is not acceptable, or null. Checked when the file is read, before anything runs. */
export function templateProblem(text: string): string | null {
  const rest = text.replaceAll(reference, '')
  if (rest.includes('${')) return 'holds a ${ that is no ${NAME}; write $${ for a literal ${'
  for (const name of new Template(text, '').names) {
    if (/^(GITHUB_|ACTIONS_|RUNNER_|INPUT_)/i.test(name)) {
      return `names ${name}; variables that begin with GITHUB_, ACTIONS_, RUNNER_ or INPUT_ are not accepted`
    }
  }
  return null
}
