// npm run screenshots -- FOLDER: a picture of every page at every width, as each kind of visitor.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const folder = process.argv[2]
if (!folder) {
  console.error('Which folder? npm --prefix e2e run screenshots -- /tmp/screenshots')
  process.exit(2)
}
const settings = { ...process.env, NP_SCREENSHOTS: resolve(process.env.INIT_CWD ?? '.', folder) }
const done = spawnSync('npx', ['--no-install', 'playwright', 'test', '--config', 'screenshots.config.ts'], { stdio: 'inherit', env: settings, cwd: import.meta.dirname })
process.exit(done.status ?? 1)
