-- What a language model made of a call, and what it took. Answers stand with the facts of the call, their words in the masked text.
create table scoring.model_uses (
  organization_id uuid not null,
  call_id uuid not null,
  model text not null,
  prompt_hash text not null,              -- SHA-256 of instructions, schema and questions
  asked int not null,                     -- questions
  answered int not null,                  -- answers with a verbatim quote
  hidden int not null,                    -- sentences that spoke to the model and were not shown to it
  summary text,                           -- masked
  tokens_in bigint not null,
  tokens_out bigint not null,
  cost numeric(18, 6) not null,
  currency text not null,
  asked_at timestamptz not null,
  primary key (organization_id, call_id)
);
select kernel.protect_tenant_table('scoring.model_uses');
select privacy.hide_restricted('scoring.model_uses', 'call_id', 'calls.calls');
create index model_uses_asked on scoring.model_uses (organization_id, asked_at);

create function scoring.forget_model_uses() returns trigger language plpgsql as $$
begin
  delete from scoring.model_uses m using gone g where m.organization_id = g.organization_id and m.call_id = g.call_id;
  return null;
end $$;
create trigger forget_model_uses after delete on calls.transcripts referencing old table as gone for each statement execute function scoring.forget_model_uses();
