import { action } from './dist/index.js'
await action(process.env['INPUT_COMMAND'] ?? '')
