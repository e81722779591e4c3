import { Failure } from '../domain/failure.ts'

/** The variable that tells every program of a deployment which version it is about. */
export const versionVariable = 'LIFEBOAT_VERSION'

/** What a tag of an image can be, so that a version can be one; and no word that a program takes for an option. */
const form = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/

/** @throws Failure `config` when it is none that images, manifests and programs can be given */
export function checkedVersion(version: string): string {
  if (form.test(version)) return version
  throw new Failure('config', 'this is no version that can be deployed', {
    subjects: [version],
    hint: 'Accepted: letters, digits, dots, hyphens and underscores, at most 128, as in the tag of an image: 1.4.2 or a commit.',
  })
}
