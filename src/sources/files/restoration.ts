import { constants } from 'node:fs'
import { access, chmod, lstat, rename, stat } from 'node:fs/promises'
import { asFailure, Failure } from '../../domain/failure.ts'
import type { FilesRecord } from '../../domain/manifest.ts'
import { counted, formatBytes } from '../../domain/units.ts'
import type {
  ExchangeResult,
  Restoration,
  RestorationContext,
  RestorationResult,
  RestoreInspection,
  RestoreRequest,
} from '../../ports/restoration.ts'
import type { Finding } from '../../ports/source.ts'
import { CheckRecorder } from '../check-recorder.ts'
import { proveTreeEqual } from './compare.ts'
import type { FilesContext } from './context.ts'
import { codeOf, fileFailure, unlessGone } from './errors.ts'
import { fetchIndex } from './fetch-index.ts'
import { type FilesPlace, keptNames, resolveFilesPlace } from './place.ts'
import { findRoom } from './room.ts'
import type { FilesConfig } from './source.ts'
import { setsOwners, unpack } from './unpack.ts'
import {
  inTheWay,
  lookUp,
  makeWorking,
  removeWorking,
  workingFolder,
  type WorkingFolder,
} from './working-folder.ts'

/**
 * Brings a tree back beside the folder that is in use. The last step is a rename, or two: of the former folder to the
 * name that keeps it, and of the new one to its place. A run killed between them leaves the former state under that name,
 * and the next restore of the same backup finishes.
 * @throws Failure `config` when the request and the environment file do not say where to
 */
export async function openFilesRestoration(
  record: FilesRecord,
  config: FilesConfig | undefined,
  request: RestoreRequest,
  context: FilesContext,
): Promise<Restoration> {
  const place = await resolveFilesPlace(record, config, request)
  return new FilesRestoration(record, request, place, context)
}

class FilesRestoration implements Restoration {
  private readonly record: FilesRecord
  private readonly request: RestoreRequest
  private readonly place: FilesPlace
  private readonly context: FilesContext
  private readonly working: WorkingFolder
  private isMade = false

  constructor(record: FilesRecord, request: RestoreRequest, place: FilesPlace, context: FilesContext) {
    this.record = record
    this.request = request
    this.place = place
    this.context = context
    this.working = workingFolder(place.working)
  }

  async inspect(signal: AbortSignal): Promise<RestoreInspection> {
    signal.throwIfAborted()
    const { record, request, place } = this
    const there = await this.whatIsThere()
    const beside = request.mode === 'side-by-side'
    const kept = await keptNames(place)
    const parent = await unlessGone(stat(place.parent))
    const room = parent === null ? null : await findRoom(record, place.parent)
    const needed = room?.needed ?? record.databaseSize
    return {
      findings: [
        ...wishes(record, request),
        ...(await this.obstacles(parent?.isDirectory() === true, there !== null)),
        ...(room !== null && room.free < needed
          ? [
              refusal(
                'capacity',
                `it needs ${formatBytes(needed)} beside the folder, and ${formatBytes(room.free)} are free`,
                'Make room, or give a path on another file system as target.',
              ),
            ]
          : []),
      ],
      present: (beside ? await this.isSourceThere() : there !== null) ? 'there' : 'gone',
      place: place.path,
      keptAs: beside ? null : there === null ? kept.last : kept.free,
      steps: [
        { name: 'unpack', detail: 'into a folder of its own beside the place', subjects: [place.working] },
        { name: 'prove', detail: 'every entry is read back and held to the index' },
        ...(beside || there === null
          ? []
          : [{ name: 'keep', detail: 'the present folder is renamed', subjects: [kept.free] }]),
        { name: 'name', detail: 'the restored folder gets its name', subjects: [place.path] },
      ],
      diskNeeded: needed,
      diskFree: room?.free ?? null,
      facts: [
        {
          label: `content of ${record.name}`,
          text: `${counted(record.files, 'file')}, ${counted(record.folders, 'folder')}, ${counted(record.links, 'link')}`,
        },
      ],
    }
  }

  async restore(run: RestorationContext): Promise<RestorationResult> {
    const { record, place, working, request } = this
    const { clock } = this.context
    const { signal, artifacts, progress } = run
    const { findings } = await this.inspect(signal)
    const refused = findings.find(({ level }) => level === 'refuse')
    if (refused !== undefined) {
      const { failure = 'refused', text, hint, subjects = [] } = refused
      throw new Failure(failure, text, { ...(hint === undefined ? {} : { hint }), subjects })
    }
    await makeWorking(working, request.backupId)
    this.isMade = true
    try {
      const started = clock.ticks()
      const index = await fetchIndex(record, artifacts, working.path, signal)
      const bytes = await unpack({ record, artifacts, index, into: working.tree, progress, signal })
      const unpacked = clock.ticks()
      const checks = new CheckRecorder(run.check, clock, signal)
      const { isEqual } = await proveTreeEqual(index, working.tree, checks, signal)
      if (!isEqual)
        throw new Failure('integrity', 'what came back is not what was backed up; nothing was exchanged')
      const proven = clock.ticks()
      if (request.mode === 'side-by-side') await this.giveName()
      return {
        database: place.path,
        place: place.path,
        bytes,
        steps: [
          { name: 'unpack', duration: Math.round(unpacked - started) },
          { name: 'prove', duration: Math.round(proven - unpacked) },
        ],
        left: [
          ...(setsOwners()
            ? []
            : [
                {
                  text: 'the files belong to the user who restored them: only root can set owners',
                  subjects: [],
                },
              ]),
          ...(record.notIncluded.length === 0
            ? []
            : [
                {
                  text: `source ${record.name}: ${counted(record.notIncluded.length, 'entry', 'entries')} of the folder could not be backed up as ${record.notIncluded.length === 1 ? 'it was' : 'they were'}`,
                  subjects: record.notIncluded.map(({ object }) => object),
                },
              ]),
        ],
      }
    } catch (error) {
      await this[Symbol.asyncDispose]()
      throw error
    }
  }

  async exchange(signal: AbortSignal): Promise<ExchangeResult> {
    const { request, place } = this
    if (request.mode !== 'swap') throw new Failure('bug', 'only a swap replaces a folder')
    signal.throwIfAborted()
    const { last, free } = await keptNames(place)
    // Without a folder there, an earlier run may have been killed after the first rename.
    const isThere = (await this.whatIsThere()) !== null
    if (isThere) await this.rename(place.path, free)
    try {
      await this.giveName()
    } catch (error) {
      if (isThere) await rename(free, place.path)
      throw error
    }
    return {
      keptAs: isThere ? free : last,
      next: [
        {
          text: `Programs that had files of source ${this.record.name} open still work on the former folder: restart them.`,
          subjects: [],
        },
      ],
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.isMade) return
    this.isMade = false
    await removeWorking(this.working)
  }

  private async isSourceThere(): Promise<boolean> {
    const { source } = this.place
    return source !== null && (await unlessGone(stat(source))) !== null
  }

  private async whatIsThere(): Promise<{ isFolder: boolean; device: number } | null> {
    const found = await unlessGone(lstat(this.place.path)).catch((error: unknown) => {
      throw fileFailure(error, 'looking at the place', this.place.path)
    })
    return found === null ? null : { isFolder: found.isDirectory(), device: found.dev }
  }

  private async obstacles(hasParent: boolean, isThere: boolean): Promise<Finding[]> {
    const { place, request } = this
    if (!hasParent) {
      return [
        refusal('missing', 'the folder that it would lie in is not there', 'Make it first.', [place.parent]),
      ]
    }
    const findings: Finding[] = []
    const mayWrite = await access(place.parent, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    )
    if (!mayWrite)
      findings.push(
        refusal(
          'access',
          'this user may not write beside the folder',
          'Run as a user who may, or give another path as target.',
          [place.parent],
        ),
      )
    const state = await lookUp(this.working, request.backupId)
    if (!this.isMade && (state === 'taken' || state === 'busy')) {
      const { message, hint, subjects } = inTheWay(state, place.working)
      findings.push(refusal('refused', message, hint ?? '', subjects))
    }
    if (!isThere) return findings
    if (request.mode === 'side-by-side') {
      findings.push(
        refusal(
          'refused',
          'something of that name is there already',
          'Give another path as target, or move it away if nobody needs it.',
          [place.path],
        ),
      )
    } else findings.push(...(await this.cannotBeRenamed()))
    return findings
  }

  private async cannotBeRenamed(): Promise<Finding[]> {
    const { path, parent } = this.place
    const there = await this.whatIsThere()
    if (there?.isFolder === false)
      return [refusal('refused', 'what is there is no folder', 'Give another path as target.', [path])]
    if (there?.device === (await stat(parent)).dev) return []
    return [
      refusal(
        'refused',
        'the folder is a file system of its own, which cannot be renamed',
        'Restore side-by-side to a target inside of it, or copy from there.',
        [path],
      ),
    ]
  }

  /** What is proven gets its name, and the mark of its making goes. */
  private async giveName(): Promise<void> {
    if ((await this.whatIsThere()) !== null)
      throw new Failure('refused', 'something has taken the place meanwhile', { subjects: [this.place.path] })
    const { tree } = this.working
    // Whoever is not root may move a folder to another only when they may write into it.
    const mode = (await lstat(tree)).mode & 0o7777
    const isClosed = (mode & constants.S_IWUSR) === 0
    if (isClosed) await chmod(tree, mode | constants.S_IRWXU)
    await this.rename(tree, this.place.path)
    if (isClosed) await chmod(this.place.path, mode)
    this.isMade = false
    await removeWorking(this.working).catch((error: unknown) => {
      this.context.log.warning(`what a restore worked in is left: ${asFailure(error).message}`, [
        this.working.path,
      ])
    })
  }

  private async rename(from: string, to: string): Promise<void> {
    try {
      await rename(from, to)
    } catch (error) {
      if (codeOf(error) === 'EXDEV')
        throw new Failure('refused', 'a folder cannot be renamed to another file system', {
          subjects: [from, to],
          cause: error,
        })
      throw fileFailure(error, 'renaming a folder', to)
    }
  }
}

/** What cannot be had of a tree. */
function wishes({ name }: FilesRecord, { mode, selection }: RestoreRequest): Finding[] {
  return [
    ...(mode === 'in-place'
      ? [
          refusal(
            'refused',
            `source ${name} is a file tree, which is not restored in place: a run cut short would leave a mixture of two states`,
            'Use mode swap: the folders are exchanged by renaming, and the former one is kept.',
          ),
        ]
      : []),
    ...(selection === null
      ? []
      : [
          refusal(
            'refused',
            `source ${name} is a file tree, which has neither tables nor rows`,
            'Restore it side-by-side, and copy from there what you need.',
          ),
        ]),
  ]
}

function refusal(
  failure: NonNullable<Finding['failure']>,
  text: string,
  hint: string,
  subjects: readonly string[] = [],
): Finding {
  return { level: 'refuse', failure, text, hint, subjects }
}
