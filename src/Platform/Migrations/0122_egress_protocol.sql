-- Under what an exchange went out: tls1.3, tls1.2, older, none; null: before it was written down, or no connection came about.
alter table kernel.egress_calls add column protocol text;
