import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../domain/failure.ts'
import type { PostgresAddress } from './address.ts'

/** Certificates of the authorities that sslrootcert names; undefined when it names none. @throws Failure `config` */
export async function rootCertificates(address: PostgresAddress): Promise<string[] | undefined> {
  if (address.sslrootcert === undefined) return undefined
  if (address.sslrootcert === 'system') {
    const { getCACertificates } = await import('node:tls')
    return [...new Set([...getCACertificates('system'), ...getCACertificates('bundled')])]
  }
  return [await readCertificate(address.sslrootcert)]
}

/** @throws Failure `config` */
export async function readCertificate(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new Failure('config', `the certificate file ${path} cannot be read`, { cause })
  }
}

/** The address for programs of a major: before 16, libpq takes `system` for the name of a file, so it gets one. */
export async function addressForClient(
  address: PostgresAddress,
  major: number,
  folder: string,
): Promise<PostgresAddress> {
  if (address.sslrootcert !== 'system' || major >= 16) return address
  const file = join(folder, 'authorities.pem')
  await writeFile(file, ((await rootCertificates(address)) ?? []).join('\n'))
  return { ...address, sslrootcert: file }
}
