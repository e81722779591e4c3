import type { ArtifactRecord, Manifest, PostgresRecord, SourceRecord } from '../domain/manifest.ts'
import { aesProgramName, writeAesProgram } from './aes-recovery.ts'
import { artifactKey, keyInside } from './layout.ts'
import { otherPrograms, restoringOther } from './recovery-other-sources.ts'
import { codeBlock, databaseArgument, shellArgument } from './shell-text.ts'

/**
 * A backup's own recipe: how to recover it with stock programs and without Lifeboat. Tests run its commands as they stand.
 * Names that came from data appear only inside code blocks, quoted.
 */
export function backupRecoveryGuide(manifest: Manifest): string {
  return [
    `# Recover backup ${manifest.id} of ${manifest.environment} by hand`,
    '',
    `Made ${manifest.startedAt} to ${manifest.finishedAt} by Lifeboat ${plainWord(manifest.lifeboat)}. Neither Lifeboat nor GitHub is needed`,
    'for what follows. Run the blocks in bash, one after the other, in the folder of this backup.',
    '',
    ...programs(manifest),
    ...fetching(manifest),
    ...checking(manifest),
    ...key(manifest),
    ...opening(manifest),
    ...manifest.sources.flatMap((source) =>
      source.engine === 'postgres-logical' ? restoring(source) : restoringOther(source, folderOf(source)),
    ),
    '## 7. Clean up',
    '',
    'Remove the key and what was opened: both are as secret as the database.',
    '',
    ...codeBlock('bash', [`rm -rf key.txt${isAes(manifest) ? ` ${aesProgramName}` : ''} restored`]),
    '',
  ].join('\n')
}

function programs(manifest: Manifest): string[] {
  const lines = [
    '## 1. What is needed',
    '',
    '- bash, tar, sha256sum (macOS: `alias sha256sum="shasum -a 256"`)',
  ]
  if (isAes(manifest)) {
    lines.push(
      "- python3, with its package `cryptography` or OpenSSL's library (on Linux python3 itself needs that)",
    )
  } else if (manifest.encryption !== 'none') {
    lines.push('- [age](https://age-encryption.org), 1.0 or later')
  }
  lines.push('- [zstd](https://facebook.github.io/zstd/)')
  for (const source of manifest.sources) {
    if (source.engine !== 'postgres-logical') {
      lines.push(...otherPrograms(source))
      continue
    }
    const zstd =
      source.archiveCompression === 'zstd'
        ? ', built with zstd as the PostgreSQL project and Debian build it'
        : ''
    lines.push(
      `- for ${folderOf(source)}: pg_restore of PostgreSQL ${source.clientMajor} or later${zstd}, and a server of PostgreSQL ${source.restorableInto} or later`,
      `  (the source was ${plainWord(source.serverVersion)})`,
    )
  }
  return [...lines, '']
}

function fetching(manifest: Manifest): string[] {
  return [
    '## 2. Fetch',
    '',
    'Copy everything in the folder of this page, by any client of the store, and go there. For example, one of:',
    '',
    ...codeBlock('text', [
      `aws s3 cp --recursive "s3://BUCKET/PREFIX/${manifest.environment}/backups/${manifest.id}/" backup/`,
      `rclone copy "REMOTE:BUCKET/PREFIX/${manifest.environment}/backups/${manifest.id}/" backup/`,
      `cp -R "FOLDER/${manifest.environment}/backups/${manifest.id}" backup`,
      'cd backup',
    ]),
    '',
  ]
}

function checking(manifest: Manifest): string[] {
  return [
    '## 3. Check',
    '',
    'Nothing may be printed. A damaged or missing file can be taken from another store of the environment.',
    '',
    ...codeBlock('bash', [
      "sha256sum --check --quiet <<'END'",
      ...artifacts(manifest).map(({ artifact }) => `${artifact.sha256}  ${safeKey(artifact)}`),
      'END',
    ]),
    '',
    'Whether the manifest is genuine, and with it these digests: RECOVERY.md at the root of the store shows how to',
    'check `manifest.json.sig` with minisign.',
    '',
  ]
}

function key(manifest: Manifest): string[] {
  if (manifest.encryption === 'none') return ['## 4. The key', '', 'This backup is not encrypted.', '']
  if (isAes(manifest)) return aesKey(manifest)
  if (manifest.encryption === 'passphrase') {
    return [
      '## 4. The key',
      '',
      'age asks for the passphrase of the environment, once.',
      '',
      ...codeBlock('bash', [
        'umask 077',
        `age -d -o key.txt ${shellArgument(manifest.identityKey ?? 'identity.age')}`,
      ]),
      '',
    ]
  }
  return [
    '## 4. The key',
    '',
    'Put the age secret key (one line, `AGE-SECRET-KEY-1…`) into `key.txt`, readable by you alone. It is the one that belongs',
    'to one of these recipients:',
    '',
    ...codeBlock('text', manifest.recipients.map(plainWord)),
    '',
  ]
}

function aesKey(manifest: Manifest): string[] {
  const [any] = artifacts(manifest)
  return [
    '## 4. The key',
    '',
    'A program of one page opens the files. It asks for the passphrase of the environment, once, and makes the key of this',
    'backup from it.',
    '',
    ...codeBlock('bash', [
      'umask 077',
      ...writeAesProgram(),
      `python3 ${aesProgramName} key ${any === undefined ? 'FILE' : safeKey(any.artifact)} > key.txt`,
    ]),
    '',
  ]
}

function isAes(manifest: Manifest): boolean {
  return manifest.encryption === 'passphrase-aes-256-gcm'
}

function opening(manifest: Manifest): string[] {
  return [
    '## 5. Open and unpack',
    '',
    'Into the new folder `restored`. What pg_dump compressed stays compressed: pg_restore reads it so.',
    '',
    ...codeBlock('bash', [
      '( set -euo pipefail; umask 077 # in a shell of its own, which an error ends',
      'stored() {',
      '  case "$1" in',
      isAes(manifest)
        ? `    *.aes) python3 ${aesProgramName} open key.txt "$1" ;;`
        : '    *.age) age -d -i key.txt "$1" ;;',
      '    *) cat "$1" ;;',
      '  esac',
      '}',
      'while read -r how from to; do',
      '  mkdir -p "${to%/*}"',
      '  case "$how" in',
      '    keep) stored "$from" > "$to" ;;',
      '    unzstd) stored "$from" | zstd -d -q > "$to" ;;',
      '    untar) stored "$from" | tar -x -f - -C "${to%/*}" ;;',
      '    unzstd-untar) stored "$from" | zstd -d -q | tar -x -f - -C "${to%/*}" ;;',
      '  esac',
      "done <<'END'",
      ...artifacts(manifest).map(({ source, artifact }) => recipe(source, artifact)),
      'END',
      ')',
    ]),
    '',
  ]
}

/** One line for the loop: what to do, with what, into which file. Only portable characters, so nothing needs quoting. */
function recipe(source: SourceRecord, artifact: ArtifactRecord): string {
  const isPack = artifact.members !== undefined
  const isArchive = source.engine === 'postgres-logical' && (isPack || archiveFile.test(artifact.name))
  const folder = `restored/${folderOf(source)}${isArchive ? '/archive' : ''}`
  const isUnpacked = artifact.compressedBy === 'lifeboat'
  const how = isPack ? (isUnpacked ? 'unzstd-untar' : 'untar') : isUnpacked ? 'unzstd' : 'keep'
  // The last part of the key that this name would have: the name itself, unless it is unusual.
  const file = artifactKey('x', artifact.name, artifact.compressedBy === 'pg_dump', '').slice('x/'.length)
  return `${how} ${safeKey(artifact)} ${folder}/${file}`
}

/** The files of a pg_dump archive in directory form. */
const archiveFile = /^(toc\.dat|\d+\.dat|blobs?(_\d+)?\.toc|blob_\d+\.dat)$/

function restoring(source: PostgresRecord): string[] {
  const archive = `restored/${folderOf(source)}/archive`
  const money =
    ['C', 'POSIX'].includes(source.lcMonetary) || source.lcMonetary === ''
      ? []
      : [
          'If there are columns of type money, run pg_restore with the lc_monetary of the source:',
          '',
          ...codeBlock('text', [`export PGOPTIONS=${shellArgument(`-c lc_monetary=${source.lcMonetary}`)}`]),
          '',
        ]
  return [
    `## 6. Restore ${folderOf(source)}`,
    '',
    'Say where the server is, as a superuser or the like: PGHOST, PGPORT, PGUSER, PGPASSWORD. Restore only what you trust:',
    'a restore runs code of the database with the rights of that user.',
    '',
    ...globals(source),
    ...money,
    'Either into a new database:',
    '',
    ...codeBlock('bash', [
      ['createdb -T template0', ...localeOptions(source), '--', shellArgument(source.database)].join(' '),
      `pg_restore -j 4 -d ${databaseArgument(source.database)} ${archive}`,
      `vacuumdb --analyze-only -j 4 -d ${databaseArgument(source.database)}`,
    ]),
    '',
    'Or, on a server that has no database of the old name, with the settings and rights of the database itself as well:',
    '',
    ...codeBlock('bash', [
      `pg_restore --create -j 4 -d postgres ${archive}`,
      `vacuumdb --analyze-only -j 4 -d ${databaseArgument(source.database)}`,
    ]),
    '',
    'Read every error that pg_restore prints: it goes on after one and counts them at the end. When roles are missing',
    'that you do not need, add `--no-owner --no-acl`. `manifest.json` has the number of rows of each table under `tables`,',
    `and what the backup does not hold under \`notIncluded\` (${source.notIncluded.length} objects).`,
    '',
  ]
}

function globals(source: PostgresRecord): string[] {
  if (!source.artifacts.some((artifact) => artifact.name === 'globals.sql')) {
    return [
      'The roles of the server are not in this backup: create those that own things first, or add `--no-owner --no-acl`.',
      '',
    ]
  }
  return [
    'Roles first. That a role exists already is harmless; so is what a managed service refuses. Unless the backup was told',
    'to take them, passwords of roles are not in it: set them with `\\password` in psql.',
    '',
    ...codeBlock('bash', [`psql -X -d postgres -f restored/${folderOf(source)}/globals.sql`]),
    '',
  ]
}

/** A database that sorts otherwise than the old one would refuse rows of range partitions, or lose them from indexes. */
function localeOptions(source: PostgresRecord): string[] {
  const { provider, collate, ctype, locale, icuRules } = source.locale
  const options = [`--encoding=${source.encoding}`, `--lc-collate=${collate}`, `--lc-ctype=${ctype}`]
  // createdb knows providers from 15 on; before that there is only libc.
  if (source.serverMajor >= 15 && source.clientMajor >= 15) {
    options.push(`--locale-provider=${provider}`)
    if (provider === 'icu' && locale !== null) options.push(`--icu-locale=${locale}`)
    if (provider === 'icu' && icuRules !== null) options.push(`--icu-rules=${icuRules}`)
    if (provider === 'builtin' && locale !== null) options.push(`--builtin-locale=${locale}`)
  }
  return options.map(shellArgument)
}

function artifacts(manifest: Manifest): { source: SourceRecord; artifact: ArtifactRecord }[] {
  return manifest.sources.flatMap((source) => source.artifacts.map((artifact) => ({ source, artifact })))
}

/** @throws Failure `integrity` when the key is none of ours */
function safeKey(artifact: ArtifactRecord): string {
  return keyInside('', artifact.key)
}

/** The source's name as a folder. */
function folderOf(source: SourceRecord): string {
  return artifactKey(source.name, 'x', false, '').slice(0, -'/x'.length)
}

/** For prose: versions and recipients are words of plain characters; whatever else stands there is left out. */
function plainWord(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9.+_ ()-]/g, '')
}
