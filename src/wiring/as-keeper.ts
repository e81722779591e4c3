import type { Host } from './host.ts'
import type { PortsOptions } from './open-ports.ts'

interface KeeperInput {
  reason?: string | undefined
  'dry-run': boolean
  'signing-key-file'?: string | undefined
}

/** What a job of the keeper opens: it may remove objects, but opens no backup, and signs nothing but its event of the ledger. */
export function asKeeper(input: KeeperInput, host: Host): PortsOptions {
  return {
    host,
    role: input['dry-run'] ? 'read' : 'retention',
    reason: input.reason,
    signingKeyFile: input['signing-key-file'],
  }
}
