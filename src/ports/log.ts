/**
 * What a run says while it works. Nothing that came from data, and no secret, is ever handed to it in `text`;
 * names of objects go into `subjects`, and are shown only where they may be.
 */
export interface Log {
  debug(text: string): void
  info(text: string, subjects?: readonly string[]): void
  notice(text: string, subjects?: readonly string[]): void
  warning(text: string, subjects?: readonly string[]): void
  error(text: string, subjects?: readonly string[]): void
  /** A phase: a log group on GitHub, a heading elsewhere. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>
  /** A running measure of long work; shown at a pace that suits the place, and closed by disposing it. */
  progress(title: string): Progress
}

export interface Progress extends Disposable {
  /** Bytes done so far, and in all if known (an estimate may be exceeded). */
  report(done: number, total?: number): void
}

export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  group: (_title, work) => work(),
  progress: () => ({ report: () => undefined, [Symbol.dispose]: () => undefined }),
}
