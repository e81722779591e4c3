import { z } from 'zod'
import { boolean, environments, flag, path } from '../input-fields.ts'
import { verb } from '../verb.ts'

const dashboardInputs = z.object({
  environments,
  output: path.default('dashboard').describe('Folder that `index.html` is written to.'),
  'show-names': boolean
    .describe('Shows names that came from data, such as those of tables. Leave it out for a public page.')
    .meta(flag),
})
export type DashboardInput = z.output<typeof dashboardInputs>

export const dashboardVerb = verb({
  name: 'dashboard',
  summary: 'Write a page that shows how environments stand, and how they stood',
  description:
    'Reads what `status` reads, and writes one HTML file: state, data age and recovery over time, restore tests, drills, ' +
    'growth and missed runs. It has no script and loads nothing, so that it opens from a disk, as an artifact of a ' +
    'workflow, and on GitHub Pages.',
  examples: [
    {
      text: 'All environments on one page',
      command: 'lifeboat dashboard --environments dev,staging,production --output dashboard',
    },
  ],
  inputs: dashboardInputs,
  load: async () => (await import('../run-dashboard.ts')).runDashboard,
})
