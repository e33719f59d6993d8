-- Messages whose promo code was redeemed.
ALTER TABLE statistics.hourly ADD COLUMN redeemed integer NOT NULL DEFAULT 0;
ALTER TABLE statistics.daily ADD COLUMN redeemed integer NOT NULL DEFAULT 0;
