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

function redisPrograms(_source: RedisRecord): string[] {
  return []
}

function redisSteps(_source: RedisRecord, _folder: string): string[] {
  return []
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
