import type { DeployedSummary, Report } from '../domain/report.ts'
import { plain } from './plain.ts'
import { unsaidHeadline } from './restored.ts'

/** What runs now, and with which data: what a person wants to know of a deployment before anything else. */
export function deploymentHeadline({
  verdict,
  failure,
  deployed,
  dryRun,
  missingConsent = [],
}: Report): string {
  if (dryRun === true) {
    if (verdict === 'failed') return 'This would not succeed as things are. Nothing was changed.'
    if (missingConsent.length > 0) return unsaidHeadline('This', verdict, missingConsent)
    return verdict === 'passed'
      ? 'This could be carried out. Nothing was changed.'
      : 'This could be carried out, but not all is well. Nothing was changed.'
  }
  const isStopped = failure?.kind === 'cancelled'
  if (deployed === undefined) {
    if (isStopped) return 'Stopped from outside before it was done.'
    if (verdict === 'failed') return 'It did not come to its end.'
    return verdict === 'passed' ? 'All is well.' : 'It worked, but not all is well.'
  }
  const { state, data, isAskedFor } = deployed
  const version = plain(deployed.version, 100)
  const runs = deployed.runs === null ? null : plain(deployed.runs, 100)
  const look = 'a person has to look what runs'
  const broken = isAskedFor ? 'could not be taken back' : 'failed, and the way back too'
  const sentences: Record<DeployedSummary['state'], string> = {
    unfinished: `${isStopped ? 'Stopped from outside' : 'Broken off'} on the way ${isAskedFor ? 'back from' : 'to'} ${version}: the next run finds out how far it came, and goes on or takes it back`,
    untouched: `${version} was not deployed, and nothing was changed${runs === null ? '' : `: ${runs} still runs`}`,
    stands: verdict === 'failed' ? `${version} runs, but what came after it failed` : `${version} runs`,
    left: `${version} failed, and was left as it is: ${look}`,
    'rolled-back': `${version} ${isAskedFor ? 'was taken back' : 'failed'}: ${runs ?? 'what ran before'} runs again, ${dataText(data)}`,
    broken: `${version} ${broken}: ${look}${data === 'restored' ? '. The data from before it is back' : ''}`,
  }
  return `${sentences[state]}${verdict === 'degraded' ? '; but not all is well' : ''}.`
}

function dataText(data: DeployedSummary['data']): string {
  if (data === 'restored') return 'on the data from before it'
  return data === 'same' ? 'on data that has not changed' : 'on the data as it is now'
}
