/** Tokens and addresses that the runner gives a step for its own services: cache, artifacts, OIDC. */
export interface RunnerTokens {
  readonly values: readonly string[]
  has(name: string): boolean
  /** They stand in the environment while the work runs: GitHub's libraries look for them there. */
  lend<T>(work: () => Promise<T>): Promise<T>
}

/** Takes them out of the environment: whoever inherits it could otherwise act as this job. */
export function takeRunnerTokens(environment: NodeJS.ProcessEnv): RunnerTokens {
  const tokens = new Map<string, string>()
  for (const [name, value] of Object.entries(environment)) {
    if (!/^ACTIONS_\w+_(TOKEN|URL)$/.test(name)) continue
    tokens.set(name, value ?? '')
    delete environment[name]
  }
  let borrowers = 0
  return {
    values: [...tokens].flatMap(([name, value]) => (name.endsWith('_TOKEN') ? [value] : [])),
    has: (name) => (tokens.get(name) ?? '') !== '',
    lend: async (work) => {
      borrowers += 1
      for (const [name, value] of tokens) environment[name] = value
      try {
        return await work()
      } finally {
        borrowers -= 1
        if (borrowers === 0) for (const name of tokens.keys()) delete environment[name]
      }
    },
  }
}
