-- Whoever answers for sender names answers for operators' texts: keys that were given one of the two rights have the one that stands for both.
UPDATE accounts.api_key k
   SET scopes = ARRAY(SELECT DISTINCT unnest(array_replace(k.scopes, 'senders:texts-answer', 'senders:serve')))
 WHERE 'senders:texts-answer' = ANY (k.scopes);
