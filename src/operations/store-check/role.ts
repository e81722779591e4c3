import { asFailure, Failure } from '../../domain/failure.ts'
import { guide } from '../../domain/guide.ts'
import type { StoreRole } from '../../domain/store-role.ts'
import type { StoreAbilities } from '../../ports/store.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { backupsFolder, ledgerFolder, leasesFolder, proofsFolder } from '../../vault/layout.ts'
import type { Bench } from './questions.ts'

/** `must`: the role cannot do its work without. `must-not`: a thief of the role's keys could then do harm. */
type Duty = 'must' | 'must-not' | 'may'

interface RightQuestion {
  /** What is tried, as it ends the sentence `may …`. */
  name: string
  duty: Record<StoreRole, Duty>
  /** Null when it cannot be tried here, with nothing in the store to try it on. */
  try(bench: RoleBench): Promise<boolean | null>
}

export interface RoleBench extends Bench {
  environment: string
  /** As the probe found them; null when these credentials may not even put what it needs. */
  abilities: StoreAbilities | null
}

export interface RightFound {
  name: string
  duty: Duty
  /** Null: it could not be tried. */
  allowed: boolean | null
  /** Null when it was answered, whatever the answer. */
  failure: Failure | null
}

/** Tries what the keys in hand can do, and compares it with what the role should be able to. */
export async function tryRights(role: StoreRole, bench: RoleBench): Promise<RightFound[]> {
  const found: RightFound[] = []
  for (const question of rights) {
    const { name, duty } = question
    try {
      found.push({ name, duty: duty[role], allowed: await question.try(bench), failure: null })
    } catch (error) {
      const failure = asFailure(error)
      if (failure.kind === 'bug' || failure.kind === 'cancelled') throw failure
      found.push({ name, duty: duty[role], allowed: null, failure })
    }
  }
  return found
}

export interface RoleJudgement {
  verdict: Verdict
  /** The first thing that makes the role unfit. */
  failure: Failure | null
  facts: { label: string; text: string }[]
  next: string[]
}

/** What the rights that were found amount to. Too much is milder where the store itself protects what exists. */
export function judgeRole(
  role: StoreRole,
  found: readonly RightFound[],
  abilities: StoreAbilities | null,
): RoleJudgement {
  const lacking = found.filter(({ duty, allowed }) => duty === 'must' && allowed === false)
  const excess = found.filter(({ duty, allowed }) => duty === 'must-not' && allowed === true)
  const broken = found.find(({ failure }) => failure !== null)?.failure ?? null
  const isProtected = abilities?.versioned === true || abilities?.locks === true
  const definitions = `${guide('roles')} has the definitions.`
  const next = [
    ...(lacking.length === 0 ? [] : [`Let the ${role} ${names(lacking)}; ${definitions}`]),
    ...(excess.length === 0 ? [] : [`Take from the ${role} the right to ${names(excess)}; ${definitions}`]),
  ]
  const failure =
    broken ??
    (lacking.length > 0
      ? new Failure(
          'access',
          `these credentials do not suffice for the ${role}: they may not ${names(lacking)}`,
          {
            hint: next[0] ?? definitions,
          },
        )
      : excess.length > 0 && !isProtected
        ? new Failure(
            'objective',
            `these credentials can do more than the ${role} should: ${names(excess)}`,
            {
              hint: next[0] ?? definitions,
            },
          )
        : null)
  return {
    verdict: failure !== null ? 'failed' : excess.length > 0 || untried(found) ? 'degraded' : 'passed',
    failure,
    facts: found.map(({ name, duty, allowed, failure: own }) => ({
      label: name,
      text: own !== null ? `failed: ${own.message}` : describe(duty, allowed),
    })),
    next,
  }
}

/** What the role rests on, and could not be tried, is not proven. */
function untried(found: readonly RightFound[]): boolean {
  return found.some(({ duty, allowed }) => duty !== 'may' && allowed === null)
}

function describe(duty: Duty, allowed: boolean | null): string {
  if (allowed === null) return 'not tried: there is nothing in the store to try it on yet'
  const word = allowed ? 'allowed' : 'denied'
  if (duty === 'may') return `${word}, either will do`
  return (duty === 'must') === allowed
    ? `${word}, as it should be`
    : `${word}, but should be ${allowed ? 'denied' : 'allowed'}`
}

function names(found: readonly RightFound[]): string {
  return found.map(({ name }) => name).join(', ')
}

const everybody: Record<StoreRole, Duty> = {
  writer: 'must',
  reader: 'must',
  restorer: 'must',
  keeper: 'must',
}
const nobody: Record<StoreRole, Duty> = {
  writer: 'must-not',
  reader: 'must-not',
  restorer: 'must-not',
  keeper: 'must-not',
}

const rights: readonly RightQuestion[] = [
  {
    name: 'list objects',
    duty: everybody,
    try: (bench) => allowed(() => firstKey(bench, backupsFolder(bench.environment), () => true)),
  },
  {
    name: 'read manifests',
    duty: everybody,
    try: (bench) => mayRead(bench, (key) => key.endsWith('/manifest.json')),
  },
  {
    name: 'read artifacts',
    duty: { writer: 'must-not', reader: 'must', restorer: 'must', keeper: 'may' },
    try: (bench) =>
      mayRead(bench, (key) => !/\/(manifest\.json|manifest\.json\.sig|RECOVERY\.md)$/.test(key)),
  },
  {
    name: 'add to backups',
    duty: { writer: 'must', reader: 'must-not', restorer: 'must', keeper: 'must-not' },
    // The probe's place is outside of the environments' own leases: what holds there holds for backups.
    try: async (bench) => bench.abilities !== null || mayPut(bench, `${bench.folder}role`),
  },
  {
    name: 'overwrite backups',
    duty: nobody,
    try: async (bench) => {
      if (bench.abilities !== null) return bench.abilities.mayOverwrite
      const key = `${bench.folder}role`
      bench.made.add(key)
      return allowed(() => bench.store.replace(key, text, bench.signal))
    },
  },
  {
    name: 'delete backups',
    duty: { ...nobody, keeper: 'must' },
    // To remove what is not there is no error, but without the right to remove it is denied all the same.
    try: async (bench) =>
      bench.abilities?.mayDelete ?? allowed(() => bench.store.remove(`${bench.folder}none`, bench.signal)),
  },
  {
    name: 'add proofs',
    duty: { writer: 'may', reader: 'must', restorer: 'must', keeper: 'must-not' },
    try: (bench) => mayPut(bench, `${proofsFolder(bench.environment)}store-check`),
  },
  {
    name: 'add to the ledger',
    duty: everybody,
    try: (bench) => mayPut(bench, `${ledgerFolder(bench.environment)}store-check`),
  },
  {
    name: 'take and give back leases',
    duty: everybody,
    try: async (bench) => {
      const key = `${leasesFolder(bench.environment)}${bench.folder.split('/').at(-2) ?? 'check'}`
      bench.made.add(key)
      return allowed(async () => {
        await bench.store.put(key, text, { signal: bench.signal })
        await bench.store.replace(key, text, bench.signal)
        await bench.store.remove(key, bench.signal)
      })
    },
  },
]

const text = Buffer.from('Lifeboat asks with this object what its credentials may do. It may be removed.\n')

/** A key that is always the same: credentials that may not delete would leave one more with every check. */
async function mayPut(bench: RoleBench, key: string): Promise<boolean> {
  bench.made.add(key)
  try {
    await bench.store.put(key, text, { signal: bench.signal })
    return true
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    // It is there from an earlier check, and the store looked at the condition before it would have denied the rest.
    if (error.kind === 'refused') return true
    if (error.kind === 'access') return false
    throw error
  }
}

async function mayRead(bench: RoleBench, wanted: (key: string) => boolean): Promise<boolean | null> {
  const key = await firstKey(bench, backupsFolder(bench.environment), wanted).catch((error: unknown) => {
    if (error instanceof Failure && error.kind === 'access') return null
    throw error
  })
  if (key === null) return null
  return allowed(async () => {
    const body = await bench.store.get(key, { length: 1, signal: bench.signal })
    body?.on('error', () => undefined)
    body?.destroy()
  })
}

/** No backup has so many objects before the one that is looked for that it would be worth going on. */
const mostKeys = 10_000

async function firstKey(
  { store, signal }: RoleBench,
  folder: string,
  wanted: (key: string) => boolean,
): Promise<string | null> {
  let seen = 0
  for await (const { key } of store.list(folder, signal)) {
    if (wanted(key)) return key
    seen += 1
    if (seen >= mostKeys) break
  }
  return null
}

async function allowed(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof Failure && error.kind === 'access') return false
    throw error
  }
}
