-- Receipts of recordings and calls are signed when they are written. Those of before have no signature.
alter table calls.receipts add column key_id text;
alter table calls.receipts add column signature bytea;
