/**
 * Headers of tar as POSIX.1-2001 has them: ustar, and before it a pax record of what ustar cannot say. The package that
 * reads them cannot write times finer than a second, nor large owners.
 */

export const blockSize = 512

export interface TarMember {
  /** From the root of the archive; a folder's without its slash. */
  path: string
  type: 'folder' | 'file' | 'symlink' | 'hardlink'
  mode: number
  uid: number
  gid: number
  size: number
  /** Nanoseconds since the epoch. */
  mtime: bigint
  /** Of links. */
  target: string
}

const flags = { file: '0', hardlink: '1', symlink: '2', folder: '5' } as const

export function tarHeader(member: TarMember): Buffer {
  const name = member.type === 'folder' ? `${member.path}/` : member.path
  const seconds = floorSeconds(member.mtime)
  const records = [
    ...(fits(name) ? [] : [paxRecord('path', name)]),
    ...(fits(member.target) ? [] : [paxRecord('linkpath', member.target)]),
    ...(member.size <= 0o77777777777 ? [] : [paxRecord('size', String(member.size))]),
    ...(member.uid <= 0o7777777 ? [] : [paxRecord('uid', String(member.uid))]),
    ...(member.gid <= 0o7777777 ? [] : [paxRecord('gid', String(member.gid))]),
    ...(member.mtime === seconds * billion && seconds >= 0n && seconds <= 0o77777777777n
      ? []
      : [paxRecord('mtime', formatTime(member.mtime))]),
  ]
  const own = block({
    name,
    linkname: member.target,
    mode: member.mode,
    uid: member.uid,
    gid: member.gid,
    size: member.size,
    mtime: Number(seconds),
    flag: flags[member.type],
  })
  if (records.length === 0) return own
  const body = Buffer.concat(records)
  const extended = block({
    name: 'PaxHeader',
    linkname: '',
    mode: 0o644,
    uid: 0,
    gid: 0,
    size: body.length,
    mtime: 0,
    flag: 'x',
  })
  return Buffer.concat([extended, body, padding(body.length), own])
}

/** What has to follow this many bytes of data. */
export function padding(size: number): Buffer {
  return Buffer.alloc((blockSize - (size % blockSize)) % blockSize)
}

/** The end of an archive. */
export const endOfArchive = Buffer.alloc(2 * blockSize)

const billion = 1_000_000_000n

/** `1763740000.123456789`; before 1970 the fraction is still added to the second. */
export function formatTime(nanoseconds: bigint): string {
  const sign = nanoseconds < 0n ? '-' : ''
  const absolute = nanoseconds < 0n ? -nanoseconds : nanoseconds
  return `${sign}${absolute / billion}.${String(absolute % billion).padStart(9, '0')}`
}

function floorSeconds(nanoseconds: bigint): bigint {
  const seconds = nanoseconds / billion
  return nanoseconds % billion < 0n ? seconds - 1n : seconds
}

function fits(text: string): boolean {
  return Buffer.byteLength(text) <= 100 && /^[\x20-\x7e]*$/.test(text)
}

/** `<length> <key>=<value>\n`, the length counting itself. */
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.from(` ${key}=${value}\n`)
  let length = rest.length
  while (length !== rest.length + String(length).length) length = rest.length + String(length).length
  return Buffer.concat([Buffer.from(String(length)), rest])
}

interface Block {
  name: string
  linkname: string
  mode: number
  uid: number
  gid: number
  size: number
  mtime: number
  flag: string
}

function block({ name, linkname, mode, uid, gid, size, mtime, flag }: Block): Buffer {
  const header = Buffer.alloc(blockSize)
  header.write(shown(name), 0, 100, 'latin1')
  octal(header, mode, 100, 8)
  octal(header, uid, 108, 8)
  octal(header, gid, 116, 8)
  octal(header, size, 124, 12)
  octal(header, mtime, 136, 12)
  header.fill(' ', 148, 156)
  header.write(flag, 156, 'latin1')
  header.write(shown(linkname), 157, 100, 'latin1')
  header.write('ustar', 257, 'latin1')
  header.write('00', 263, 'latin1')
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return header
}

/** What a reader without pax shows. */
function shown(text: string): string {
  return fits(text) ? text : text.replaceAll(/[^\x20-\x7e]/g, '_').slice(0, 100)
}

/** What does not fit stands in the pax record. */
function octal(header: Buffer, value: number, offset: number, width: number): void {
  const most = 8 ** (width - 1) - 1
  const text = Math.min(Math.max(value, 0), most).toString(8)
  header.write(`${text.padStart(width - 1, '0')}\0`, offset, 'latin1')
}
