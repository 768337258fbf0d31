-- Where people and the machine agree too little on a criterion, a person answers it from then on.
alter table calls.analysis_settings add column least_agreement real check (least_agreement between 0 and 1); -- Cohen's kappa; null: the machine answers whatever people think of it

create table scoring.unsure_criteria (
  organization_id uuid not null,
  version_no int not null,
  criterion text not null,                -- its id within the scorecard
  agreement real not null,                -- Cohen's kappa between people and the machine
  since timestamptz not null,
  primary key (organization_id, version_no, criterion)
);
select kernel.protect_tenant_table('scoring.unsure_criteria');
