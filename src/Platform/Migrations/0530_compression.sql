-- Long values that are written once for each call: lz4 costs a fraction of the default's processor time.
alter table calls.analyses alter result set compression lz4;
alter table calls.search alter words set compression lz4;
