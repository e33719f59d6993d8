// Listens on a free port of loopback and prints it, under TLS where files of a key and its certificate are given; accepts every bind and submit, and sends one delivery after the first.
const smpp = require('smpp');
const fs = require('fs');
const [key, cert] = process.argv.slice(2).map((file) => fs.readFileSync(file));
let first = true;
const server = smpp.createServer(key ? { key, cert } : {}, (session) => {
  session.on('bind_transceiver', (pdu) => session.send(pdu.response({ system_id: 'node' })));
  session.on('enquire_link', (pdu) => session.send(pdu.response()));
  session.on('unbind', (pdu) => {
    session.send(pdu.response());
    session.close();
  });
  session.on('error', () => {});
  session.on('submit_sm', (pdu) => {
    session.send(pdu.response({ message_id: 'n' + pdu.user_message_reference }));
    if (first) {
      first = false;
      session.deliver_sm({
        source_addr: '79161234567', destination_addr: 'Vestnik', esm_class: 4,
        short_message: 'id:n0 sub:001 dlvrd:001 submit date:2611211530 done date:2611211531 stat:DELIVRD err:000 text:',
        receipted_message_id: 'n0', message_state: 2
      });
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
