import type { Bytes, Milliseconds } from '../units.ts'

/** What a database consists of at one moment, as far as migrations are judged by it. Names are `schema.name`. */
export interface Catalog {
  tables: readonly TableShape[]
  /** Views, materialized views, sequences and types: name and what it is. */
  objects: readonly { kind: string; name: string }[]
  /** By signature. */
  functions: readonly { name: string; isSound: boolean }[]
  constraints: readonly ConstraintShape[]
}

export interface TableShape {
  oid: number
  name: string
  /** Of a partition: the oid of the table that it belongs to at last; its own otherwise. */
  root: number
  columns: readonly ColumnShape[]
  /** As production has them; 0 rows where they were never counted. */
  bytes: Bytes
  rows: number
  /** Of all its indexes. */
  indexBytes: Bytes
}

export interface ColumnShape {
  /** Stays when the column is renamed. */
  number: number
  name: string
  /** As `format_type` writes it: `character varying(20)`. */
  type: string
  notNull: boolean
  /** It has a default, is generated, or an identity: an insert need not name it. */
  hasDefault: boolean
}

export interface ConstraintShape {
  table: string
  name: string
  kind: 'check' | 'foreign key' | 'primary key' | 'unique' | 'exclusion' | 'not null' | 'trigger'
  definition: string
  validated: boolean
}

/** What a migration was seen to do, step by step. */
export interface MigrationRun {
  outcome: 'done' | 'failed' | 'stopped'
  duration: Milliseconds
  /** Where it failed: file and number of the statement. */
  failedAt: string | null
  /** What the server said, without values. */
  trouble: string | null
  /** How many statements were run; null of a command. */
  statements: number | null
  events: readonly MigrationEvent[]
}

export interface MigrationEvent {
  /** `ddl_command_end`, `table_rewrite`, or the statement on rows: `TRUNCATE`, `DELETE`, `UPDATE`. */
  event: string
  /** `ALTER TABLE`. */
  tag: string
  transaction: string
  /** `0003_add.sql, statement 2`; null of a command. */
  place: string | null
  /** The statement's text, as the server had it. */
  text: string
  /** Relations that were there before and are locked now, in which modes. */
  locks: readonly { relation: number; mode: string }[]
  /** Tables that were read as a whole, and how often so far in this transaction. */
  scans: readonly { relation: number; count: number }[]
  /** What it is about: the rewritten table, the truncated one. */
  relations: readonly number[]
}
