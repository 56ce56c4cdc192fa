// A real SMTP server that fails when it is told to.
//
//   node server.mjs [--port N] [--key FILE --certificate FILE] [--user NAME --password WORD]
//
// With a certificate it insists on STARTTLS, with a name on signing in. It reads one mode a line:
//   take              takes everything (at the start)
//   busy              closes down: 421 to whoever connects
//   later             451 to each recipient the first time, then takes it
//   unknown           550 to recipients whose address begins with "onbekend"
//   cut               takes each text and is gone before it says so, the first time
//   slow MILLISECONDS takes everything, and is that long about it
// and writes one JSON object a line: where it listens, each mode as it begins, and each text that came whole.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

const option = { type: 'string' };
const { values: set } = parseArgs({
  options: { port: option, key: option, certificate: option, user: option, password: option },
});
const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
const refusal = (responseCode, words) => Object.assign(new Error(words), { responseCode });

let mode = 'take';
let slow = 0;
// Who was put off, or cut off, once already.
const before = new Set();
const first = (address) => !before.has(address) && before.add(address);
const sockets = new Map();

const server = new SMTPServer({
  ...(set.key && { key: readFileSync(set.key), cert: readFileSync(set.certificate) }),
  hideSTARTTLS: !set.key,
  authOptional: !set.user,
  allowInsecureAuth: !set.key,
  disableReverseLookup: true,
  onConnect(_session, answer) {
    answer(mode === 'busy' ? refusal(421, 'closing down') : null);
  },
  onAuth(asked, _session, answer) {
    const known = asked.username === set.user && asked.password === set.password;
    answer(known ? null : refusal(535, '5.7.8 not known here'), { user: asked.username });
  },
  onMailFrom(_address, session, answer) {
    answer(set.key && !session.secure ? refusal(530, '5.7.0 STARTTLS first') : null);
  },
  onRcptTo({ address }, _session, answer) {
    if (mode === 'later' && first(address)) return answer(refusal(451, '4.7.1 come back later'));
    if (mode === 'unknown' && address.startsWith('onbekend')) return answer(refusal(550, '5.1.1 unknown'));
    return answer();
  },
  async onData(stream, session, answer) {
    const pieces = await stream.toArray().catch(() => null);
    // Gone in the middle of the text, which nobody was told is taken.
    if (!pieces) return;
    const to = session.envelope.rcptTo.map(({ address }) => address);
    if (mode === 'slow') await pause(slow);
    const cut = mode === 'cut' && first(to.join());
    const { secure, user = null, id: connection } = session;
    tell({ mail: { to, secure, user, connection, text: Buffer.concat(pieces).toString() } });
    if (cut) sockets.get(session.remotePort)?.destroy();
    else answer(null, 'taken');
  },
});

// A client that goes away is its own affair.
server.on('error', () => {});
server.server.on('connection', (socket) => {
  const { remotePort } = socket;
  sockets.set(remotePort, socket);
  socket.on('close', () => sockets.delete(remotePort));
});
server.listen(Number(set.port ?? 0), '127.0.0.1', () => tell({ port: server.server.address().port }));

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const [name, milliseconds] = line.split(' ');
    mode = name;
    slow = Number(milliseconds ?? 0);
    tell({ mode });
  })
  // Whoever started it is gone.
  .on('close', () => process.exit());
