/** Every address of the site is made here. */
const part = encodeURIComponent
const inTenant = (tenant: string, ...rest: string[]) => ['/o', ...[tenant, ...rest].map(part)].join('/')

export const paths = {
  home: () => '/',
  tenant: (tenant: string) => inTenant(tenant),
  overview: () => '/overzicht',
  issues: (tenant: string) => inTenant(tenant, 'opgaven'),
  newIssue: (tenant: string) => inTenant(tenant, 'opgaven', 'nieuw'),
  issue: (tenant: string, issue: string) => inTenant(tenant, 'opgaven', issue),
  /** Its address as a code, on paper. */
  issueCode: (tenant: string, issue: string) => inTenant(tenant, 'opgaven', issue, 'code.svg'),
  editIssue: (tenant: string, issue: string) => inTenant(tenant, 'opgaven', issue, 'bewerken'),
  invite: (tenant: string, issue: string) => inTenant(tenant, 'opgaven', issue, 'uitnodigen'),
  reach: (tenant: string, issue: string) => inTenant(tenant, 'opgaven', issue, 'bereik'),
  joinIssue: (tenant: string, issue: string) => inTenant(tenant, 'opgaven', issue, 'samen'),
  joins: (tenant: string) => inTenant(tenant, 'samen'),
  handovers: (tenant: string, room?: string) => `${inTenant(tenant, 'overdragen')}${room === undefined ? '' : `?ruimte=${part(room)}`}`,
  orientation: (tenant: string, issue: string) => inTenant(tenant, 'opgaven', issue, 'verkenning'),
  /** For who answers for an organisation, maybe to ask for an issue. */
  emergencies: (tenant: string, issue?: string) => `${inTenant(tenant, 'noodtoegang')}${issue === undefined ? '' : `?opgave=${part(issue)}`}`,
  /** For who takes part: what was opened. */
  emergencyLog: (tenant: string, issue: string) => inTenant(tenant, 'opgaven', issue, 'noodtoegang'),
  emergency: (tenant: string, id: string) => inTenant(tenant, 'noodtoegang', id),
  actorMap: (tenant: string, issue: string) => inTenant(tenant, 'opgaven', issue, 'krachtenveld'),
  agreement: (tenant: string, issue: string) => inTenant(tenant, 'opgaven', issue, 'afspraak'),
  outcome: (tenant: string, issue: string) => inTenant(tenant, 'opgaven', issue, 'terugkoppeling'),
  thread: (tenant: string, thread: string, seq?: number) => `${inTenant(tenant, 'gesprekken', thread)}${seq === undefined ? '' : `#${String(seq)}`}`,
  threadFeedback: (tenant: string, thread: string) => `${inTenant(tenant, 'gesprekken', thread)}?toon=terugkoppelingen`,
  cockpit: (tenant: string, thread: string) => inTenant(tenant, 'gesprekken', thread, 'begeleiden'),
  tasks: (tenant: string, issue: string) => inTenant(tenant, 'opgaven', issue, 'taken'),
  issueCockpit: (tenant: string, issue: string) => inTenant(tenant, 'opgaven', issue, 'begeleiden'),
  summary: (tenant: string, thread: string) => inTenant(tenant, 'gesprekken', thread, 'samenvatting'),
  wordRules: (tenant: string) => inTenant(tenant, 'woordenlijst'),
  standardReasons: (tenant: string) => inTenant(tenant, 'redenen'),
  /** The form for a conversation of one kind, on the page of an issue. */
  startThread: (issuePage: string, kind: string) => `${issuePage}?gesprek=${part(kind)}`,
  roomLog: (tenant: string, thread: string) => inTenant(tenant, 'gesprekken', thread, 'logboek'),
  /** What was reported; of one issue. */
  moderation: (tenant: string, issue?: string) => `${inTenant(tenant, 'modereren')}${issue === undefined ? '' : `?opgave=${part(issue)}`}`,
  /** What is moderated in one conversation. */
  moderationOf: (tenant: string, thread: string) => `${inTenant(tenant, 'modereren')}?gesprek=${part(thread)}`,
  moderationCase: (tenant: string, id: string) => inTenant(tenant, 'modereren', id),
  /** For who has no account, and without scripts. */
  reportPost: (tenant: string, post: string) => inTenant(tenant, 'bijdragen', post, 'melden'),
  reportTitle: (tenant: string, thread: string) => inTenant(tenant, 'gesprekken', thread, 'melden'),
  reportIssue: (tenant: string, issue: string) => inTenant(tenant, 'opgaven', issue, 'melden'),
  networks: (tenant: string) => inTenant(tenant, 'netwerken'),
  /** Like another one, maybe of another organisation. */
  newNetwork: (tenant: string, like?: string, of = tenant) => `${inTenant(tenant, 'netwerken', 'nieuw')}${like === undefined ? '' : `?zoals=${part(like)}${of === tenant ? '' : `&van=${part(of)}`}`}`,
  network: (tenant: string, network: string) => inTenant(tenant, 'netwerken', network),
  networkMembers: (tenant: string, network: string) => inTenant(tenant, 'netwerken', network, 'leden'),
  editNetwork: (tenant: string, network: string) => inTenant(tenant, 'netwerken', network, 'bewerken'),
  networkAhead: (tenant: string, network: string) => inTenant(tenant, 'netwerken', network, 'verder'),
  knowledge: (tenant: string) => inTenant(tenant, 'kennis'),
  product: (tenant: string, product: string) => inTenant(tenant, 'kennis', product),
  productCode: (tenant: string, product: string) => inTenant(tenant, 'kennis', product, 'code.svg'),
  newProduct: (tenant: string) => inTenant(tenant, 'kennis', 'nieuw'),
  editProduct: (tenant: string, product: string) => inTenant(tenant, 'kennis', product, 'bewerken'),
  agenda: (tenant: string) => inTenant(tenant, 'agenda'),
  people: (tenant: string) => inTenant(tenant, 'mensen'),
  members: (tenant: string) => inTenant(tenant, 'leden'),
  settings: (tenant: string) => inTenant(tenant, 'beheer'),
  terms: (tenant: string) => inTenant(tenant, 'beheer', 'woorden'),
  holds: (tenant: string) => inTenant(tenant, 'beheer', 'bewaren'),
  tenantPage: (tenant: string, kind: string) => inTenant(tenant, 'pagina', kind),
  search: () => '/zoeken',
  profile: () => '/profiel',
  ownData: () => '/mijn-gegevens',
  erase: () => '/mijn-gegevens/wissen',
  notifications: () => '/meldingen',
  moderated: () => '/gemeld',
  contacts: () => '/contactverzoeken',
  preferences: () => '/instellingen',
  account: () => '/instellingen/aanmelden',
  help: () => '/help',
  invitation: (token: string) => `/uitnodiging/${part(token)}`,
  hall: (code: string) => `/zaal/${part(code)}`,
  hallPoster: (code: string) => `/zaal/${part(code)}/poster`,
  hallCode: (code: string) => `/zaal/${part(code)}/code.svg`,
  signIn: (next: string) => `/aanmelden?next=${part(next)}`,
  /** For whose session ended by itself: the page says so. */
  signInAgain: (next: string) => `/aanmelden?next=${part(next)}&verlopen=ja`,
}

/** Pages that the server renders by itself; a link to one leaves the application. */
const SERVER_PAGES = /^\/(aanmelden|uitnodiging|voordracht|zaal|controleren|afmelden|demo|v1|health|\.well-known)(\/|$)/
/** The same, in the space of an organisation. */
const SERVER_PAGES_THERE = /^\/o\/[^/]+\/((bijdragen|gemeld)\/|(gesprekken|opgaven)\/[^/]+\/melden$)/
export const isAppPath = (pathname: string): boolean => !SERVER_PAGES.test(pathname) && !SERVER_PAGES_THERE.test(pathname)

/** The organisation whose space an address is in. */
export const tenantOf = (pathname: string): string | null => {
  const slug = /^\/o\/([^/]+)/.exec(pathname)?.[1]
  return slug ? decodeURIComponent(slug) : null
}

const ABOVE = [
  { below: /^(\/o\/[^/]+\/gesprekken\/[^/]+)\/./, name: 'forbidden-to-thread' },
  { below: /^(\/o\/[^/]+\/opgaven\/(?!nieuw\/)[^/]+)\/./, name: 'forbidden-to-issue' },
  { below: /^(\/o\/[^/]+\/netwerken\/(?!nieuw\/)[^/]+)\/./, name: 'forbidden-to-network' },
  { below: /^(\/o\/[^/]+)\/./, name: 'forbidden-to-tenant' },
] as const

/** The page that an address belongs under, for whoever may not see the address itself. */
export function above(pathname: string): { href: string; name: (typeof ABOVE)[number]['name'] } | null {
  for (const { below, name } of ABOVE) {
    const href = below.exec(pathname)?.[1]
    if (href) return { href, name }
  }
  return null
}

/** The page of a network: its room is an issue, which has no page of its own. */
export const isNetwork = (pathname: string): boolean => /^\/o\/[^/]+\/netwerken\//.test(pathname)
