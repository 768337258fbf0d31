-- find_calls asks the planner how common words are (EXPLAIN), which PostgreSQL allows in volatile functions only.
alter function calls.find_calls volatile;
