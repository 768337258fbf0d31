-- What belongs to a frozen call is hidden with it, whichever way it is asked for.
select privacy.hide_restricted('calls.transcripts', 'call_id', 'calls.calls');
select privacy.hide_restricted('calls.analyses', 'call_id', 'calls.calls');
select privacy.hide_restricted('calls.search', 'call_id', 'calls.calls');
select privacy.hide_restricted('calls.uploads', 'id', 'calls.uploads');
