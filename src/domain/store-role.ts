/** Whose credentials a store is opened with: those who put backups, who read them, and who remove what has expired. */
export const storeRoles = ['writer', 'reader', 'keeper'] as const
export type StoreRole = (typeof storeRoles)[number]
