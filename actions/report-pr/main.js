import { action } from '../dist/index.js'
await action('report-pr')
