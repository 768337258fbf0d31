-- When a data key stopped sealing: it can be destroyed once everything is sealed with the next one and no process has it in memory.
alter table kernel.data_keys add column replaced_at timestamptz;
