import { type ComponentType, lazy } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { visit } from '@/i18n/catalogue'
import { loadPart } from '@/lib/load-part'
import { NotFoundPage } from './error-page'
import { paths } from './paths'

/** The parts of an address; a page states the ones it needs, and the pattern beside it has them. */
interface Parts {
  tenant: string
  issue: string
  thread: string
  product: string
  network: string
  kind: string
  case: string
}
const pages = import.meta.glob<{ default: ComponentType<Parts> }>('./routes/*-page.tsx')

/** One file per page, loaded when it is visited, together with its sentences. */
const table: [pattern: string, page: string][] = [
  ['/', 'home-page'],
  ['/overzicht', 'overview-page'],
  ['/profiel', 'profile-page'],
  ['/mijn-gegevens', 'own-data-page'],
  ['/mijn-gegevens/wissen', 'erase-page'],
  ['/contactverzoeken', 'contacts-page'],
  ['/instellingen', 'preferences-page'],
  ['/instellingen/aanmelden', 'account-page'],
  ['/help', 'help-page'],
  ['/zoeken', 'search-page'],
  ['/meldingen', 'notifications-page'],
  ['/gemeld', 'moderated-page'],
  ['/o/:tenant', 'tenant-page'],
  ['/o/:tenant/opgaven', 'issues-page'],
  ['/o/:tenant/opgaven/nieuw', 'new-issue-page'],
  ['/o/:tenant/opgaven/:issue', 'issue-page'],
  ['/o/:tenant/opgaven/:issue/bewerken', 'edit-issue-page'],
  ['/o/:tenant/opgaven/:issue/bereik', 'reach-page'],
  ['/o/:tenant/opgaven/:issue/samen', 'join-issue-page'],
  ['/o/:tenant/samen', 'joins-page'],
  ['/o/:tenant/overdragen', 'handovers-page'],
  ['/o/:tenant/opgaven/:issue/verkenning', 'orientation-page'],
  ['/o/:tenant/opgaven/:issue/afspraak', 'agreement-page'],
  ['/o/:tenant/opgaven/:issue/krachtenveld', 'actor-map-page'],
  ['/o/:tenant/opgaven/:issue/taken', 'tasks-page'],
  ['/o/:tenant/opgaven/:issue/noodtoegang', 'issue-emergencies-page'],
  ['/o/:tenant/noodtoegang', 'emergencies-page'],
  ['/o/:tenant/noodtoegang/:emergency', 'emergency-page'],
  ['/o/:tenant/opgaven/:issue/terugkoppeling', 'outcome-page'],
  ['/o/:tenant/opgaven/:issue/uitnodigen', 'invite-page'],
  ['/o/:tenant/netwerken', 'networks-page'],
  ['/o/:tenant/netwerken/nieuw', 'new-network-page'],
  ['/o/:tenant/netwerken/:network/bewerken', 'edit-network-page'],
  ['/o/:tenant/netwerken/:network/leden', 'network-members-page'],
  ['/o/:tenant/netwerken/:network/verder', 'network-ahead-page'],
  ['/o/:tenant/netwerken/:network', 'network-page'],
  ['/o/:tenant/gesprekken/:thread', 'thread-page'],
  ['/o/:tenant/gesprekken/:thread/begeleiden', 'cockpit-page'],
  ['/o/:tenant/gesprekken/:thread/samenvatting', 'summary-page'],
  ['/o/:tenant/opgaven/:issue/begeleiden', 'issue-cockpit-page'],
  ['/o/:tenant/woordenlijst', 'word-rules-page'],
  ['/o/:tenant/redenen', 'standard-reasons-page'],
  ['/o/:tenant/gesprekken/:thread/logboek', 'moderation-log-page'],
  ['/o/:tenant/modereren', 'moderation-page'],
  ['/o/:tenant/modereren/:case', 'moderation-case-page'],
  ['/o/:tenant/agenda', 'agenda-page'],
  ['/o/:tenant/mensen', 'people-page'],
  ['/o/:tenant/kennis', 'knowledge-page'],
  ['/o/:tenant/kennis/nieuw', 'new-product-page'],
  ['/o/:tenant/kennis/:product/bewerken', 'edit-product-page'],
  ['/o/:tenant/kennis/:product', 'product-page'],
  ['/o/:tenant/leden', 'members-page'],
  ['/o/:tenant/beheer', 'settings-page'],
  ['/o/:tenant/beheer/woorden', 'terms-page'],
  ['/o/:tenant/beheer/bewaren', 'holds-page'],
  ['/o/:tenant/pagina/:kind', 'text-page'],
]

async function load(page: string): Promise<{ default: ComponentType<Parts> }> {
  const [file] = await Promise.all([pages[`./routes/${page}.tsx`]?.(), visit(page)])
  if (!file) throw new Error(page)
  return file
}

const routes = table.map(([pattern, page]) => ({ pattern, Page: lazy(() => loadPart(() => load(page))) }))

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
