/**
 * Whose credentials a store is opened with: those who put backups, who read them, who do both (to restore, with a backup
 * of the present state first, and to replicate), and who remove what has expired.
 */
export const storeRoles = ['writer', 'reader', 'restorer', 'keeper'] as const
export type StoreRole = (typeof storeRoles)[number]
