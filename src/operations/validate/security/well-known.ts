/** What is tried: few, so that nobody is locked out, and the likeliest first. */
export const postgresPairs: readonly (readonly [user: string, password: string])[] = [
  ['postgres', 'postgres'],
  ['postgres', 'password'],
  ['postgres', 'admin'],
  ['postgres', 'changeme'],
]
export const redisPasswords = ['redis', 'password', 'foobared', 'changeme', 'admin'] as const
export const basicPairs: readonly (readonly [user: string, password: string])[] = [
  ['admin', 'admin'],
  ['admin', 'password'],
  ['admin', 'changeme'],
  ['root', 'root'],
  ['test', 'test'],
]

/** Passwords that stand in every list; compared with ours without asking anybody. */
const known = new Set(
  `123456 12345678 123456789 1234567890 1234 12345 qwerty letmein welcome iloveyou monkey dragon secret default
   password password1 passw0rd p@ssw0rd admin administrator root toor test testing guest user changeme change-me
   changeit example postgres postgresql redis foobared mysql database db dbpassword app application
   docker compose dev development staging production prod master super superuser supersecret s3cr3t`
    .trim()
    .split(/\s+/),
)

/** @param others names that a password must not equal, such as the user's */
export function isWellKnown(password: string, others: readonly string[]): boolean {
  const plain = password.toLowerCase()
  return known.has(plain) || others.some((other) => other !== '' && other.toLowerCase() === plain)
}
