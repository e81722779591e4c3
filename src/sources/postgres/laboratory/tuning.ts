import { availableParallelism, totalmem } from 'node:os'
import type { Bytes } from '../../../domain/units.ts'

export interface TuningHints {
  major: number
  /** `17.11` */
  version: string
  lcMonetary: string
  /** What will be restored, as far as is known. */
  size: Bytes | null
  tables: number | null
}

const MiB = 1024 ** 2
const GiB = 1024 ** 3

/**
 * Settings of a server whose data is thrown away: no durability, little WAL, memory by the machine, nothing that works
 * in the background or writes values into a log.
 */
export function laboratorySettings(hints: TuningHints, machine = thisMachine()): Record<string, string> {
  const { cores, memory } = machine
  const connections = 20 + 4 * cores
  const workers = cores > 2 ? 2 : 0
  return {
    // Reached by its socket alone.
    listen_addresses: '',
    port: '5432',
    unix_socket_permissions: '0777',
    max_connections: String(connections),

    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_replication_slots: '0',
    archive_mode: 'off',
    max_wal_size: '16GB',
    checkpoint_timeout: '1h',
    max_prepared_transactions: '0',
    autovacuum: 'off',
    jit: 'off',
    bgwriter_lru_maxpages: '0',
    restart_after_crash: 'off',

    // Half of the machine at most: pg_restore, our own process and the page cache live there too.
    shared_buffers: kilobytes(
      clamp(Math.min(memory / 4, Math.max(hints.size ?? GiB, GiB / 8)), 32 * MiB, 4 * GiB),
    ),
    maintenance_work_mem: kilobytes(clamp(memory / 4 / (cores + 1), 32 * MiB, 1.9 * GiB)),
    work_mem: kilobytes(clamp(memory / 32 / cores, 8 * MiB, 256 * MiB)),
    max_parallel_maintenance_workers: String(workers),
    // pg_dump --schema-only locks every relation in one transaction; the table of locks is shared by all connections.
    max_locks_per_transaction: String(
      clamp(Math.ceil(((hints.tables ?? 0) * 4) / connections), 128, 100_000),
    ),

    shared_preload_libraries: '',
    session_preload_libraries: '',
    local_preload_libraries: '',
    ...(knowsInPlaceTablespaces(hints) ? { allow_in_place_tablespaces: 'on' } : {}),

    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    lc_monetary: hints.lcMonetary,
    lc_numeric: 'C',
    lc_time: 'C',

    // Its messages can hold rows.
    logging_collector: 'off',
    log_min_messages: 'fatal',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_checkpoints: 'off',
  }
}

/**
 * Settings of a server that plays a real one in a drill: durable, with standbys, small. Differences from the laboratory's are
 * what a drill is about: what it acknowledges must survive the loss of its machine's power.
 */
export function drillSettings(hints: TuningHints): Record<string, string> {
  return {
    ...laboratorySettings(hints),
    shared_buffers: kilobytes(64 * MiB),
    restart_after_crash: 'on',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    wal_level: 'replica',
    max_wal_senders: '8',
    max_replication_slots: '8',
    hot_standby: 'on',
    wal_keep_size: '256MB',
    max_wal_size: '1GB',
    checkpoint_timeout: '5min',
    // A cut line is noticed within seconds.
    wal_sender_timeout: '4s',
    wal_receiver_timeout: '4s',
    wal_retrieve_retry_interval: '200ms',
  }
}

/** As lines of postgresql.conf. */
export function settingsFile(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('')
}

interface Machine {
  cores: number
  memory: Bytes
}

function thisMachine(): Machine {
  // A container's limit, where there is one; 0 or more than the machine has means none.
  const limit = process.constrainedMemory()
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem()
  return { cores: availableParallelism(), memory }
}

/** A developer option, brought to 13 and 14 with these minors. */
function knowsInPlaceTablespaces({ major, version }: TuningHints): boolean {
  const minor = Number(version.split('.')[1] ?? 0)
  return major >= 15 || (major === 14 && minor >= 5) || (major === 13 && minor >= 8)
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}

function kilobytes(size: Bytes): string {
  return `${Math.floor(size / 1024)}kB`
}
