// Binds to the port given, under TLS where a file of what to trust is given too, submits 200 messages, waits for one delivery, prints what it saw as one line of JSON, unbinds.
const smpp = require('smpp');
const fs = require('fs');
const [port, trusted] = process.argv.slice(2);
const session = smpp.connect(trusted
  ? { url: 'ssmpp://127.0.0.1:' + port, ca: fs.readFileSync(trusted) }
  : { url: 'smpp://127.0.0.1:' + port });
const count = 200;
const ids = new Set();
let delivered = null;

function finish() {
  if (ids.size === count && delivered !== null) {
    console.log(JSON.stringify({ answers: ids.size, delivered }));
    session.unbind(() => session.close());
  }
}

session.on('deliver_sm', (pdu) => {
  session.send(pdu.response());
  delivered = pdu.short_message.message;
  finish();
});
session.bind_transceiver({ system_id: 'shop', password: 'secret' }, (bound) => {
  if (bound.command_status !== 0) {
    console.log('refused ' + bound.command_status);
    process.exit(1);
  }
  for (let i = 0; i < count; i++) {
    session.submit_sm(
      { source_addr: 'Vestnik', source_addr_ton: 5, destination_addr: '79161234567', short_message: 'Привет ' + i },
      (answer) => {
        if (answer.command_status === 0) {
          ids.add(answer.message_id);
        }
        finish();
      });
  }
});
