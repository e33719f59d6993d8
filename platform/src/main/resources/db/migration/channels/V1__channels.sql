-- How a network writes message ids in its answers where its receipts write them otherwise, as it was learnt.
CREATE TABLE channels.id_form (
  route     bigint NOT NULL,
  peer      text   NOT NULL, -- host, port and user
  form      text   NOT NULL,
  learnt_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (route, peer)
);
