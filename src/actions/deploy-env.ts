import { runAction } from '../github/run.ts'
import { runDeploy } from '../wiring/run-deploy.ts'
import { verbs } from '../wiring/verbs.ts'
import { render } from './render.ts'

const { inputs, outputs } = verbs.deploy

export const main = (): Promise<void> =>
  runAction({ operation: 'deploy-env', inputs, outputs: Object.keys(outputs), render }, runDeploy)
