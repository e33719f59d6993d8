-- The actions whose promo codes stand in the text, by the number of their mark: names may change, what was shown may not.
ALTER TABLE campaigns.preview ADD COLUMN actions bigint[] NOT NULL DEFAULT '{}';
