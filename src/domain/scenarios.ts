/** The drills that Lifeboat holds. A runbook names the one that proves it. */
export const scenarioNames = [
  'single-server-failure',
  'region-failure',
  'database-corruption',
  'network-partition',
  'data-deletion',
  'store-failure',
  'newest-backup-corrupt',
  'wrong-key',
  'interrupted-backup',
  'retention-attack',
  'break-glass',
  'redis-failure',
  'files-lost',
] as const
