import { post } from '../dist/index.js'
await post()
