import { type ComponentType, lazy } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { NotFoundPage } from './error-page'
import { paths } from './paths'

/** The parts of an address; a page states the ones it needs, and the pattern beside it has them. */
interface Parts {
  tenant: string
  issue: string
  thread: string
  product: string
  kind: string
}
type Load = () => Promise<{ default: ComponentType<Parts> }>

/** One file per page, loaded when it is visited. */
const table: [pattern: string, load: Load][] = [
  ['/', () => import('./routes/home-page')],
  ['/overzicht', () => import('./routes/overview-page')],
  ['/profiel', () => import('./routes/profile-page')],
  ['/instellingen', () => import('./routes/preferences-page')],
  ['/instellingen/aanmelden', () => import('./routes/account-page')],
  ['/help', () => import('./routes/help-page')],
  ['/zoeken', () => import('./routes/search-page')],
  ['/meldingen', () => import('./routes/notifications-page')],
  ['/o/:tenant', () => import('./routes/tenant-page')],
  ['/o/:tenant/opgaven', () => import('./routes/issues-page')],
  ['/o/:tenant/opgaven/nieuw', () => import('./routes/new-issue-page')],
  ['/o/:tenant/opgaven/:issue', () => import('./routes/issue-page')],
  ['/o/:tenant/opgaven/:issue/bewerken', () => import('./routes/edit-issue-page')],
  ['/o/:tenant/opgaven/:issue/terugkoppeling', () => import('./routes/outcome-page')],
  ['/o/:tenant/opgaven/:issue/uitnodigen', () => import('./routes/invite-page')],
  ['/o/:tenant/gesprekken/:thread', () => import('./routes/thread-page')],
  ['/o/:tenant/agenda', () => import('./routes/agenda-page')],
  ['/o/:tenant/mensen', () => import('./routes/people-page')],
  ['/o/:tenant/kennis', () => import('./routes/knowledge-page')],
  ['/o/:tenant/kennis/nieuw', () => import('./routes/new-product-page')],
  ['/o/:tenant/kennis/:product/bewerken', () => import('./routes/edit-product-page')],
  ['/o/:tenant/kennis/:product', () => import('./routes/product-page')],
  ['/o/:tenant/leden', () => import('./routes/members-page')],
  ['/o/:tenant/beheer', () => import('./routes/settings-page')],
  ['/o/:tenant/beheer/woorden', () => import('./routes/terms-page')],
  ['/o/:tenant/pagina/:kind', () => import('./routes/text-page')],
]

const routes = table.map(([pattern, load]) => ({ pattern, Page: lazy(load) }))

export function Pages() {
  return (
    <Switch>
      {routes.map(({ pattern, Page }) => (
        <Route key={pattern} path={pattern}>
          {(parts) => <Page key={JSON.stringify(parts)} {...(parts as unknown as Parts)} />}
        </Route>
      ))}
      <Route path="/o">
        <Redirect to={paths.home()} />
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  )
}
