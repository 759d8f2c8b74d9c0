create index referral_recipient_email on referral_recipient (lower(email));
