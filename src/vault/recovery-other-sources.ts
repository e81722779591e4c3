import type { FilesRecord, RedisRecord } from '../domain/manifest.ts'

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

function filesSteps(_source: FilesRecord, _folder: string): string[] {
  return []
}
