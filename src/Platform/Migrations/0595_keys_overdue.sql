-- Keys of recordings that outlived their call are looked for every hour: none, in a good installation, among however many calls.
create index calls_with_key on calls.calls (organization_id, updated_at) where audio_key is not null;
