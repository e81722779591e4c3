/**
 * Every figure there is, by its name less `lifeboat_`, with what it means. All are gauges: they are read from records each
 * time, and a record can expire. Spans are seconds, sizes bytes, moments seconds since 1970, as Prometheus has them.
 */
export const catalogue = {
  info: 'What made these figures, as labels; always 1.',
  metrics_timestamp_seconds: 'When these figures were computed.',
  environment_up: 'Whether the records of the environment could be read: 1, or 0 when no store answered.',
  records_unbelieved: 'Records of the window that could not be read, or bear no signature that holds.',

  backups: 'Backups that exist in some store.',
  backups_unfinished: 'Folders without a manifest: of a run under way, or of one that was killed.',
  backup_last_timestamp_seconds:
    'When the newest backup was begun that some store holds whole and no restore test has condemned.',
  backup_last_age_seconds:
    'How long ago the newest backup was begun that some store holds whole and no restore test has condemned.',
  backup_last_duration_seconds: 'How long the newest backup took.',
  backup_last_size_bytes: 'Bytes of one stored copy of the newest backup.',
  backup_last_plain_size_bytes: 'Bytes of the newest backup before compression and encryption.',
  backup_last_copies:
    'Stores that hold the newest backup whole and outlive the machine, also one that no store holds whole; 0 when a restore test has condemned it.',
  backup_condemned_timestamp_seconds:
    'When the restore test was made that condemned a backup, which is no recovery point since, by its id.',
  backup_copies_target: 'Stores that must hold a backup, as minimum-copies has it.',
  source_data_age_seconds: 'Age of the newest data of each source that some backup holds for certain.',
  source_size_bytes: 'Size of each source when the newest backup was made.',
  source_rows:
    'Rows of each source (keys of a Redis, files of a tree) that were counted for the newest backup.',

  rpo_seconds:
    'Data that would be lost if everything were lost now: of the source whose newest data in the stores is the oldest.',
  rpo_target_seconds: 'The promised recovery point objective.',
  rpo_met: 'Whether the RPO is met now: 1 or 0.',
  rto_seconds: 'Recovery time that the newest proof estimates for the real server, allowances included.',
  rto_laboratory_seconds: 'Recovery time that the newest proof measured on a laboratory server.',
  rto_target_seconds: 'The promised recovery time objective.',
  rto_met: 'Whether the newest proof met the RTO, by its estimate: 1 or 0.',
  backup_every_target_seconds: 'How often a backup is promised.',
  verify_every_target_seconds: 'How often a restore test is promised.',
  drill_every_target_seconds: 'How often a drill is promised.',

  proof_last_timestamp_seconds: 'When the newest restore test was made.',
  proof_last_age_seconds: 'How long ago the newest restore test was made.',
  proof_last_verdict: 'How the newest restore test ended: 1 for its verdict, 0 for the others.',
  proof_last_checks: 'Checks of the newest restore test, by how they ended.',
  proof_last_passed_timestamp_seconds: 'When the newest restore test of the window was made that passed.',
  proven_backup_age_seconds: 'Age of the newest backup of the window whose restore test passed.',

  drill_last_timestamp_seconds: 'When each scenario was last rehearsed in the window.',
  drill_last_passed: 'Whether its last drill passed: 1 or 0.',
  drill_last_detect_seconds: 'How long its last drill took to notice the failure.',
  drill_last_recover_seconds: 'How long its last drill took to recover.',
  drill_last_lost_writes: 'Acknowledged writes that did not come back in its last drill.',

  restore_last_timestamp_seconds: 'When the last restore of the window was carried out.',
  deployment_last_timestamp_seconds:
    'When the last deployment of the window was carried out, by how it ended.',
  validation_last_score: 'Score of the last validation of the window.',
  validation_last_timestamp_seconds: 'When that was.',

  window_seconds: 'How far back runs are counted.',
  runs: 'Runs of the window that stand in the ledger, by operation and verdict.',
  run_failures: 'Failed runs of the window, by operation and kind of failure.',
  run_success_ratio: 'Share of the runs of the window that did not fail, by operation.',
  gate_overrides: 'Deployments of the window for which the gate was overridden.',

  store_up: 'Whether the store could be asked: 1 or 0.',
  store_backups: 'Backups that the store holds.',
  store_objects: 'Objects of backups that the store holds.',
  store_size_bytes: 'Bytes of backups that the store holds, half ones too.',
  store_lacking_backups: 'Backups of the window that another store holds, and this one lacks or has in part.',
  store_lacking_records: 'Proofs and events of the ledger that another store holds, and this one lacks.',
  store_last_write_timestamp_seconds: 'When the store last took something of a backup, by its own clock.',

  ledger_events: 'Events of the ledger.',
  leases: 'Leases that lie in the stores, of runs under way or killed.',
} as const
export type MetricName = keyof typeof catalogue
