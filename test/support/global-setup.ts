/** Runs once before all tests. Real servers are started by the suites that need them; see the files beside this one. */
export default function setup(): void {
  process.env['TZ'] = 'UTC'
}
