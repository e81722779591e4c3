import type { FilesRecord, RedisRecord } from '../domain/manifest.ts'
import { codeBlock, shellArgument } from './shell-text.ts'

/** What `RECOVERY.md` of a backup says of sources that are no PostgreSQL database. */
export function otherPrograms(source: RedisRecord | FilesRecord): string[] {
  return source.engine === 'redis-rdb' ? redisPrograms(source) : filesPrograms(source)
}

/** @param folder the source's own below `restored/` */
export function restoringOther(source: RedisRecord | FilesRecord, folder: string): string[] {
  return source.engine === 'redis-rdb' ? redisSteps(source, folder) : filesSteps(source, folder)
}

function redisPrograms(source: RedisRecord): string[] {
  const version = source.serverVersion.replaceAll(/[^0-9A-Za-z.-]/g, '')
  const name = source.serverKind === 'redis' ? 'Redis' : 'Valkey'
  return [
    `- for ${plainName(source)}: redis-server, redis-cli and redis-check-rdb, of ${name} ${version} (RDB version ${source.rdbVersion}) or newer`,
  ]
}

function redisSteps(source: RedisRecord, folder: string): string[] {
  const counts = source.databases.map(
    ({ index, keys, expires }) => `db${index}:keys=${keys},expires=${expires}`,
  )
  return [
    `## 6. Restore ${folder}`,
    '',
    'A server of its own on this machine, to look at the data first. Another port: set REDIS_PORT.',
    '',
    ...codeBlock('bash', [
      'export REDIS_PORT="${REDIS_PORT:-6390}"',
      `mkdir -p restored/${folder}/server && cp restored/${folder}/dump.rdb restored/${folder}/server/dump.rdb`,
      `redis-check-rdb restored/${folder}/server/dump.rdb`,
      `redis-server --bind 127.0.0.1 --port "$REDIS_PORT" --dir "$PWD/restored/${folder}/server" --dbfilename dump.rdb --appendonly no --save '' --daemonize yes`,
      'for attempt in $(seq 300); do redis-cli -p "$REDIS_PORT" PING 2>/dev/null | grep -q PONG && break; sleep 0.2; done',
      'redis-cli -p "$REDIS_PORT" DBSIZE',
      'redis-cli -p "$REDIS_PORT" INFO keyspace',
    ]),
    '',
    'The backup holds (keys whose time has come since are gone as soon as a server loads them):',
    '',
    ...codeBlock('text', counts.length === 0 ? ['no keys'] : counts),
    '',
    'To put it into the place of a server of yours: stop that one, put `dump.rdb` into its folder (`dir` in its settings)',
    'under the name of `dbfilename`, owned by its user, and start it with `appendonly no`: with `yes` it would not look at',
    'the file. Once the data is there, `redis-cli CONFIG SET appendonly yes` turns it on again.',
    '',
  ]
}

/** For prose: whatever is no plain character is left out. */
function plainName({ name }: { name: string }): string {
  return name.replaceAll(/[^A-Za-z0-9._-]/g, '')
}

function filesPrograms(_source: FilesRecord): string[] {
  return []
}

function filesSteps(source: FilesRecord, folder: string): string[] {
  const place = `restored/${folder}`
  const check =
    source.files === 0
      ? []
      : [
          '',
          'Every file against its digest. Nothing may be printed:',
          '',
          ...codeBlock('bash', [`( cd ${place}/tree && sha256sum --check --quiet ../sha256sums.txt )`]),
        ]
  return [
    `## 6. Restore ${folder}`,
    '',
    'The parts are one archive of tar, cut in pieces. As root, owners come back by their numbers; as anybody else, the',
    'files become yours. It is unpacked beside everything that is in use:',
    '',
    ...codeBlock('bash', [
      `mkdir -m 700 ${place}/tree`,
      `cat ${place}/part-*.tar | tar -x -p --numeric-owner -f - -C ${place}/tree`,
    ]),
    ...check,
    '',
    `\`${place}/index.jsonl\` has every entry with its kind, rights, owner, time and digest. Then move the folder \`${place}/tree\``,
    'to where it is wanted, before the clean-up. It was here:',
    '',
    ...codeBlock('text', [shellArgument(source.path)]),
    '',
    `\`manifest.json\` has what was left out on purpose under \`exclude\`, and what the backup does not hold under`,
    `\`notIncluded\` (${source.notIncluded.length} entries).`,
    '',
  ]
}
