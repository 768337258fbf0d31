-- A frozen call is neither shown nor judged anew.
select privacy.hide_restricted('scoring.calls', 'call_id', 'calls.calls');
select privacy.hide_restricted('scoring.scores', 'call_id', 'calls.calls');
select privacy.hide_restricted('scoring.reviews', 'call_id', 'calls.calls');
select privacy.hide_restricted('scoring.appeals', 'call_id', 'calls.calls');
