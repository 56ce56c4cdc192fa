import { expect, it } from 'vitest'
import { above, isAppPath, paths, tenantOf } from './paths'

it('makes the addresses that people share', () => {
  const made = Object.entries(paths).map(([name, make]) => `${name} ${(make as (...parts: (string | number)[]) => string)('ess', 'a-1', 41)}`)
  expect(made).toMatchInlineSnapshot(`
    [
      "home /",
      "tenant /o/ess",
      "overview /overzicht",
      "issues /o/ess/opgaven",
      "newIssue /o/ess/opgaven/nieuw",
      "issue /o/ess/opgaven/a-1",
      "issueCode /o/ess/opgaven/a-1/code.svg",
      "editIssue /o/ess/opgaven/a-1/bewerken",
      "invite /o/ess/opgaven/a-1/uitnodigen",
      "reach /o/ess/opgaven/a-1/bereik",
      "joinIssue /o/ess/opgaven/a-1/samen",
      "joins /o/ess/samen",
      "handovers /o/ess/overdragen?ruimte=a-1",
      "orientation /o/ess/opgaven/a-1/verkenning",
      "emergencies /o/ess/noodtoegang?opgave=a-1",
      "emergencyLog /o/ess/opgaven/a-1/noodtoegang",
      "emergency /o/ess/noodtoegang/a-1",
      "actorMap /o/ess/opgaven/a-1/krachtenveld",
      "agreement /o/ess/opgaven/a-1/afspraak",
      "outcome /o/ess/opgaven/a-1/terugkoppeling",
      "thread /o/ess/gesprekken/a-1#41",
      "threadFeedback /o/ess/gesprekken/a-1?toon=terugkoppelingen",
      "cockpit /o/ess/gesprekken/a-1/begeleiden",
      "tasks /o/ess/opgaven/a-1/taken",
      "issueCockpit /o/ess/opgaven/a-1/begeleiden",
      "summary /o/ess/gesprekken/a-1/samenvatting",
      "wordRules /o/ess/woordenlijst",
      "standardReasons /o/ess/redenen",
      "startThread ess?gesprek=a-1",
      "roomLog /o/ess/gesprekken/a-1/logboek",
      "moderation /o/ess/modereren?opgave=a-1",
      "moderationOf /o/ess/modereren?gesprek=a-1",
      "moderationCase /o/ess/modereren/a-1",
      "reportPost /o/ess/bijdragen/a-1/melden",
      "reportTitle /o/ess/gesprekken/a-1/melden",
      "reportIssue /o/ess/opgaven/a-1/melden",
      "networks /o/ess/netwerken",
      "newNetwork /o/ess/netwerken/nieuw?zoals=a-1&van=41",
      "network /o/ess/netwerken/a-1",
      "networkMembers /o/ess/netwerken/a-1/leden",
      "editNetwork /o/ess/netwerken/a-1/bewerken",
      "networkAhead /o/ess/netwerken/a-1/verder",
      "knowledge /o/ess/kennis",
      "product /o/ess/kennis/a-1",
      "productCode /o/ess/kennis/a-1/code.svg",
      "newProduct /o/ess/kennis/nieuw",
      "editProduct /o/ess/kennis/a-1/bewerken",
      "agenda /o/ess/agenda",
      "people /o/ess/mensen",
      "members /o/ess/leden",
      "settings /o/ess/beheer",
      "terms /o/ess/beheer/woorden",
      "holds /o/ess/beheer/bewaren",
      "tenantPage /o/ess/pagina/a-1",
      "search /zoeken",
      "profile /profiel",
      "ownData /mijn-gegevens",
      "erase /mijn-gegevens/wissen",
      "notifications /meldingen",
      "moderated /gemeld",
      "contacts /contactverzoeken",
      "preferences /instellingen",
      "account /instellingen/aanmelden",
      "help /help",
      "invitation /uitnodiging/ess",
      "hall /zaal/ess",
      "hallPoster /zaal/ess/poster",
      "hallCode /zaal/ess/code.svg",
      "signIn /aanmelden?next=ess",
      "signInAgain /aanmelden?next=ess&verlopen=ja",
    ]
  `)
})

it('escapes what does not belong in a path', () => {
  expect(paths.issue('ess', 'a/b#c')).toBe('/o/ess/opgaven/a%2Fb%23c')
})

it('knows which pages the server renders', () => {
  expect(['/aanmelden', '/uitnodiging/x', '/zaal/x', '/v1/files/1', '/demo/in/joost', '/o/ess/opgaven/1/melden'].map(isAppPath)).toEqual([false, false, false, false, false, false])
  expect(['/', '/o/ess', '/overzicht', '/demonstratie', '/o/ess/opgaven/1'].map(isAppPath)).toEqual([true, true, true, true, true])
})

it('knows what page an address belongs under', () => {
  const from = (pathname: string) => above(pathname)?.href
  expect(from('/o/ess/gesprekken/t1/begeleiden')).toBe('/o/ess/gesprekken/t1')
  expect(from('/o/ess/opgaven/i1/bewerken')).toBe('/o/ess/opgaven/i1')
  expect(from('/o/ess/netwerken/n1/leden')).toBe('/o/ess/netwerken/n1')
  expect(from('/o/ess/netwerken/nieuw')).toBe('/o/ess')
  expect(from('/o/ess/opgaven/i1'), 'of what one may not see itself').toBe('/o/ess')
  expect(from('/o/ess')).toBeUndefined()
  expect(from('/meldingen')).toBeUndefined()
})

it('finds the organisation in an address', () => {
  expect([tenantOf('/o/ess/opgaven'), tenantOf('/overzicht')]).toEqual(['ess', null])
})
