// Speaks to the address given as the npm package does to the service, and prints what it was told as one line of JSON.
const [address, login, password, phone] = process.argv.slice(2);
const smsc = require('node-smsc')({ login, password, request: address });

async function speak() {
  const told = {};
  told.before = (await smsc.balance()).balance;
  const sent = await smsc.send({ phones: phone, mes: 'Заказ 7 готов', cost: 3, id: 'node.7' });
  told.sent = sent.id;
  told.count = sent.cnt;
  told.parts = (await smsc.send(
    { phones: phone, charset: 'utf-8', cost: 1 },
    { files: [{ field: 'mes', value: 'Заказ 8 готов' }] })).cnt;
  told.operator = (await smsc.info({ get_operator: 1, phone })).operator;
  told.senders = (await smsc.senders({ get: 1 })).length;
  do {
    told.status = (await smsc.status({ phone, id: 'node.7', all: 1, r: Math.random() })).status;
  } while (told.status <= 0);
  told.refused = await smsc.send({ phones: '12', mes: 'x' }).then(() => 0, (refusal) => refusal.response.error_code);
  console.log(JSON.stringify(told));
}

speak().catch((fault) => {
  console.log(JSON.stringify({ fault: String(fault) }));
  process.exit(1);
});
