-- What the person answered about her health and the like (AVG article 9), apart from the rest: who only answers questions does not open it. Sealed under
-- the data key of the zaak; none where nothing of the kind was asked.
ALTER TABLE zaak ADD COLUMN bijzonder_sealed {{bytes}};
