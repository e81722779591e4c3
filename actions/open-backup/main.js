import { action } from '../dist/index.js'
await action('open-backup')
