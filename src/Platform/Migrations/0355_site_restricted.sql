-- What is frozen is hidden here as well.
select privacy.hide_restricted('privacy.inquiries', 'id', 'privacy.inquiries');
select privacy.hide_restricted('privacy.letters', 'id', 'privacy.letters');
select privacy.hide_restricted('privacy.consents', 'id', 'privacy.consents');
